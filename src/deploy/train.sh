#!/usr/bin/env bash
# Starts the gateway, sends it requests and stops it, so that Java leaves an ahead-of-time cache in app.aot: the classes
# that took, how they are linked, and which methods are worth compiling.
# It needs nobody else: its own admin port stands in for the backends. What a backend answers is relayed, so a 404 will do.
set -euo pipefail

port=8080
admin=9090
backend=http://127.0.0.1:$admin
java -XX:AOTCacheOutput=app.aot -Xlog:aot*=error --sun-misc-unsafe-memory-access=allow \
    "-Dgateway.listen=127.0.0.1:$port" "-Dgateway.admin.listen=127.0.0.1:$admin" \
    "-Dgateway.group.cpu.urls=$backend" -Dgateway.group.cpu.health.path=/healthz \
    "-Dgateway.group.mem.urls=$backend" -Dgateway.group.mem.health.path=/healthz \
    -jar metric-gateway.jar &
gateway=$!
trap 'kill -KILL "$gateway" 2>/dev/null || true' EXIT

# The answer to a request, or nothing while nobody listens. $1: port, $2: method and path, $3: body
ask() {
    { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 0
    printf '%s HTTP/1.1\r\nHost: train\r\nConnection: close\r\nContent-Length: %s\r\n\r\n%s' "$2" "${#3}" "$3" >&3
    cat <&3
    exec 3>&-
}

until ask "$admin" 'GET /readyz' '' | grep -q ' 200 '; do
    kill -0 "$gateway"
    ((SECONDS < 60))
    sleep 0.1
done

one='{"start_absolute":1,"metrics":[{"name":"cpu.load"}]}'
two='{"start_absolute":1,"metrics":[{"name":"cpu.load"},{"name":"mem.used"}]}'
for _ in {1..200}; do
    ask "$port" 'POST /api/v1/datapoints/query' "$one" >/dev/null
done
for _ in {1..20}; do
    ask "$port" 'POST /api/v1/datapoints/query' "$two" >/dev/null
    ask "$port" 'POST /api/v1/datapoints' '[{"name":"cpu.load","timestamp":1,"value":1,"tags":{"a":"b"}}]' >/dev/null
    ask "$port" 'GET /nowhere' '' >/dev/null
done
ask "$admin" 'GET /metrics' '' >/dev/null

kill -TERM "$gateway"
status=0
wait "$gateway" || status=$?
trap - EXIT
# 143 is how Java itself ends on SIGTERM.
[[ $status == 0 || $status == 143 ]]
test -s app.aot

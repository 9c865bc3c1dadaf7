#!/usr/bin/env bash
# Starts the gateway, sends it some requests and stops it, so that Java leaves an ahead-of-time cache in app.aot.
# No backend is needed: requests that fail teach Java the way of an error.
set -euo pipefail

java -XX:AOTCacheOutput=app.aot -Xlog:aot*=error -jar metric-gateway.jar &
gateway=$!
trap 'kill -KILL "$gateway" 2>/dev/null || true' EXIT

# The answer to a GET, or nothing while nobody listens. $1: port, $2: path
ask() {
    { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null || return 0
    printf 'GET %s HTTP/1.1\r\nHost: train\r\nConnection: close\r\n\r\n' "$2" >&3
    cat <&3
    exec 3>&-
}

until ask 8080 /health | grep -q ' 200 '; do
    kill -0 "$gateway"
    ((SECONDS < 60))
    sleep 0.1
done

metrics='%5B%7B%22name%22%3A%22cpu.load%22%7D%2C%7B%22name%22%3A%22mem.used%22%7D%5D'
ask 8080 "/api/v1/datapoints/query?query=%7B%22start_absolute%22%3A1%2C%22metrics%22%3A$metrics%7D" >/dev/null
ask 8080 '/api/v1/datapoints/query?query=%7B%22metrics%22%3A%5B%7B%22name%22%3A%22cpu.load%22%7D%5D%7D' >/dev/null
ask 8080 /nowhere >/dev/null
ask 9090 /readyz >/dev/null
ask 9090 /metrics >/dev/null

kill -TERM "$gateway"
status=0
wait "$gateway" || status=$?
trap - EXIT
# 143 is how Java itself ends on SIGTERM.
[[ $status == 0 || $status == 143 ]]
test -s app.aot

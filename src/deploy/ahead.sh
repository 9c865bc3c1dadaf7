#!/usr/bin/env bash
# Writes down which classes of libraries a start links, in that order, for org.metricgateway.Ahead:
#
#   mvn -B -q -DskipTests package && src/deploy/ahead.sh
#
# Run it with Java 17 when a library has changed: for a later Java, some have classes that 17 does not see. The list that is
# there is hidden from the start that is looked at, or nothing would ever leave it.
set -euo pipefail
cd "$(dirname "$0")/../.."

list=src/main/resources/metric-gateway/ahead.txt
dir=$(mktemp -d)
mkdir "$dir/metric-gateway"
touch "$dir/metric-gateway/ahead.txt"
admin=127.0.0.1:9090
(cd "$dir" && exec java -Xlog:class+init:file=init.log -Dgateway.listen=127.0.0.1:8080 "-Dgateway.admin.listen=$admin" \
    "-Dgateway.group.cpu.urls=http://$admin" -Dgateway.group.cpu.health.path=/healthz \
    "-Dgateway.group.mem.urls=http://$admin" -Dgateway.group.mem.health.path=/healthz \
    -cp "$dir:$OLDPWD/target/metric-gateway.jar" org.metricgateway.Gateway) &
gateway=$!
trap 'kill -KILL "$gateway" 2>/dev/null || true; rm -r "$dir"' EXIT

until curl -sf -o "$dir/ready" "http://$admin/readyz"; do
    kill -0 "$gateway"
    ((SECONDS < 60))
    sleep 0.1
done

# What Java writes for lambdas has a number in its name, and is made anew each time.
sed -n 's/.*Start class verification for: //p' "$dir/init.log" | grep -v -e 0x -e '\$Proxy' -e '^org\.metricgateway\.' >"$list"

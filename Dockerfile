# Metric Gateway on Java 25, with an ahead-of-time cache of its classes: ready in half the time.
#
#   docker build -t metric-gateway .
#   docker run -p 8080:8080 -p 9090:9090 --read-only --tmpfs /tmp \
#       -v $PWD/application.properties:/app/application.properties:ro -v $PWD/routes:/app/routes:ro metric-gateway
#
# A file mounted in /app/routes replaces the one of its name in the jar. The log goes to standard output.

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
# Only a change of the pom downloads anew.
COPY pom.xml .
RUN mvn -B -q dependency:go-offline
COPY application.properties .
COPY routes routes
COPY src/main src/main
# Both: one leaves the tests out, the other what is only made for them.
RUN mvn -B -q -Dmaven.test.skip -DskipTests package

# The cache counts only for the very Java and the very jars that it was made with, so both come from here.
FROM eclipse-temurin:25-jre AS app
WORKDIR /app
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/metric-gateway.jar .
COPY application.properties .
COPY routes routes

# The gateway starts, answers requests and stops; Java writes down which classes that took, how they are linked, and what
# is worth compiling.
FROM app AS trained
COPY src/deploy/train.sh .
RUN bash train.sh

FROM app
COPY --from=trained /app/app.aot .
# Numeric, so that Kubernetes can see that it is not root.
USER 10001:10001
EXPOSE 8080 9090
STOPSIGNAL SIGTERM
# The image has no curl, and another Java would cost more than the gateway itself: bash can open a connection.
# A port that the file says cannot be seen here: set it by its environment name, or take another health check.
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["bash", "-c", "\
    admin=${GATEWAY_ADMIN_LISTEN:-${HYPERBYTEDB_PROXY_ADMIN_LISTEN:-${HYPERBYTEDB_PROXY_BACKEND_SERVICE:+:8087}}} \
    && admin=${admin:-:9090} && exec 3<>/dev/tcp/127.0.0.1/${admin##*:} && printf 'GET /healthz HTTP/1.1\\r\\nHost: health\\r\\nConnection: close\\r\\n\\r\\n' >&3 \
    && read -r version status reason <&3 && [ \"$status\" = 200 ]"]
# As much again as the heap may be taken for buffers. The log is the gateway's alone: a cache that does not fit costs
# time at the start and nothing else, and what Netty does with memory is known. The parallel collector costs a request some
# 5 % less than G1, which Java would take, and a heap as small as this one pauses for a few milliseconds with either.
# Tier…: Java compiles what the training knew as soon as it is called again, and a gateway of two cores waits for that while it
# starts. It now looks after 2^8 calls and not 2^7 whether to compile, after 2^15 and not 2^11 whether to compile well: the start
# takes a quarter less. Under full load from the first moment it is as quick as without for two seconds, up to a quarter slower
# for four more, and the same from then on.
# More flags: JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", "-XX:AOTCache=/app/app.aot", "-Xlog:aot*=off", \
    "-XX:Tier0InvokeNotifyFreqLog=8", "-XX:Tier2InvokeNotifyFreqLog=15", "-XX:Tier2BackedgeNotifyFreqLog=18", \
    "--sun-misc-unsafe-memory-access=allow", "-XX:+UseParallelGC", "-XX:MaxRAMPercentage=40", "-XX:+ExitOnOutOfMemoryError", "-jar", "metric-gateway.jar"]

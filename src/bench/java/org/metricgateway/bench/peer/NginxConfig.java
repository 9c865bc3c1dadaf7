package org.metricgateway.bench.peer;

import java.nio.file.Path;
import java.util.List;

/** Texts of nginx's configuration: one worker, everything in one folder. */
final class NginxConfig {

    private static final String TEXT = """
            worker_processes 1; worker_rlimit_nofile 20000; daemon off; pid pid; error_log error.log;
            events { worker_connections 19000; }
            http {
              access_log off; sendfile on; keepalive_requests 100000000; default_type application/json;
              client_max_body_size 64m; client_body_buffer_size 64k;
              client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path f; uwsgi_temp_path u; scgi_temp_path s;
              %s
            }
            """;

    private NginxConfig() {}

    /**
     * Answers of many kinds. A query's answer has as many elements as the first part of its path says; below
     * {@code /file/<name>} each answer is that file, whatever it answers to. nginx answers a long request before it has
     * read it, but below {@code /read}, where it asks itself once it has.
     *
     * @param root where the folder {@code files} is
     */
    static String backend(int port, Path root) {
        StringBuilder queries = new StringBuilder();
        for (int elements : List.of(1, 4, 8)) {
            queries.append("location /%d/ { return 200 '%s'; }\n".formatted(elements, Bodies.answer(elements)));
        }
        return TEXT.formatted("""
                upstream self { server 127.0.0.1:%1$d; keepalive 256; keepalive_requests 100000000; }
                server { listen 0.0.0.0:%1$d backlog=8192; root %2$s;
                %3$s location / { return 200 '%4$s'; }
                location /read/ { client_body_buffer_size 2m; proxy_pass_request_body off; proxy_method GET;
                  proxy_http_version 1.1; proxy_set_header Connection ""; proxy_set_header Content-Length "";
                  rewrite ^ /stored break; proxy_pass http://self; }
                location /stored { return 204; }
                location ~ "^(/[148])?/api/v1/datapoints$" { return 204; }
                location ~ "^/file/[^/]+/api/v1/health/check$" { return 204; }
                location /file/ { rewrite "^/file/([^/]+)/" /files/$1 last; }
                location /files/ { error_page 405 =200 $uri; }
                }
                """.formatted(port, root.toAbsolutePath(), queries, Bodies.answer(1)));
    }

    /** Passes everything on. */
    static String relay(int port, List<String> backends) {
        StringBuilder servers = new StringBuilder();
        backends.forEach(url -> servers.append("server %s;\n".formatted(url.replace("http://", ""))));
        return TEXT.formatted("""
                upstream backend { %s keepalive 1024; keepalive_requests 100000000; }
                server { listen 127.0.0.1:%d backlog=8192;
                  location / { proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection ""; } }
                """.formatted(servers, port));
    }

    /** The same with HAProxy: one thread, one backend. */
    static String haproxy(int port, int backend) {
        return """
                global
                  nbthread 1
                  maxconn 4000
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 60s
                  timeout server 60s
                frontend in
                  bind 127.0.0.1:%d backlog 8192
                  default_backend out
                backend out
                  http-reuse always
                  server b1 127.0.0.1:%d
                """.formatted(port, backend);
    }
}

package org.metricgateway.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.NameServer;
import org.metricgateway.support.NameServer.Type;
import org.metricgateway.support.ScriptedBackend;

/** A group of which nobody is known when the gateway starts. */
class EmptyGroupIT {

    @TempDir
    Path dir;

    @Test
    void itsRequestsWaitUntilSomebodyComes() throws Exception {
        try (ScriptedBackend backend = ScriptedBackend.start();
                NameServer names = NameServer.start();
                Looking looking = Looking.at(dir, names, "dns:db.test:" + backend.port())) {
            looking.awaitLogged("fails, its 0 backends stay: it names no backend");
            CompletableFuture<Answer> early = CompletableFuture.supplyAsync(looking::ask);
            looking.awaitQuestions(6);
            assertThat(early).isNotDone();
            names.host("db.test", Type.A, "127.0.0.1");
            assertThat(early.get(20, TimeUnit.SECONDS).status()).isEqualTo(200);
            looking.awaitReady();
        }
    }
}

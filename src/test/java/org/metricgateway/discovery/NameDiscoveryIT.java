package org.metricgateway.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.NameServer;
import org.metricgateway.support.NameServer.Type;
import org.metricgateway.support.ScriptedBackend;

/** The backends of a group are the addresses of a name, whatever its name server says and does not say. */
class NameDiscoveryIT {

    private static final String NAME = "db.test";
    private static final String SELF = "127.0.0.9";

    @TempDir
    static Path dir;

    private static final ScriptedBackend BACKEND = ScriptedBackend.start();
    private static final NameServer NAMES = NameServer.start();
    private static final String FIRST = "127.0.0.1:" + BACKEND.port();
    private static final String SECOND = "127.0.0.2:" + BACKEND.port();
    private static Looking looking;

    @BeforeAll
    static void start() {
        NAMES.host(NAME, Type.A, "127.0.0.1");
        looking = Looking.at(dir, NAMES, "dns:" + NAME + ":" + BACKEND.port(), "gateway.self-ip = " + SELF);
    }

    @AfterAll
    static void stop() {
        try (BACKEND;
                NAMES;
                Looking over = looking) {
            assertThat(over.gateway().log()).doesNotContain("ERROR");
        }
    }

    @BeforeEach
    void both() {
        NAMES.silent(false);
        NAMES.host(NAME, Type.AAAA);
        NAMES.host(NAME, Type.A, "127.0.0.1", "127.0.0.2");
        looking.awaitMembers(FIRST, SECOND);
    }

    @Test
    void comeAndGo() {
        NAMES.host(NAME, Type.A, "127.0.0.1");
        looking.awaitMembers(FIRST);
        assertThat(looking.ask().status()).isEqualTo(200);
        assertThat(looking.gateway().log()).contains("group cpu: nobody joined, " + SECOND + " left; it has 1");
    }

    @Test
    void itsOwnAddressIsNone() {
        NAMES.host(NAME, Type.A, "127.0.0.1", SELF, "127.0.0.3");
        looking.awaitMembers(FIRST, "127.0.0.3:" + BACKEND.port());
    }

    @Test
    void anEmptyAnswerChangesNothing() {
        NAMES.host(NAME, Type.A);
        assertNothingChanges();
    }

    @Test
    void aFailingServerChangesNothing() {
        NAMES.fail(NAME, Type.A);
        assertNothingChanges();
    }

    @Test
    void halfAnAnswerChangesNothing() {
        NAMES.host(NAME, Type.AAAA, "::1");
        NAMES.fail(NAME, Type.A);
        assertNothingChanges();
    }

    @Test
    void aSilentServerChangesNothing() {
        NAMES.silent(true);
        assertNothingChanges();
    }

    /** And the log says so once, until it is over. */
    private static void assertNothingChanges() {
        long warnings = looking.logged("fails, its 2 backends stay");
        long ends = looking.logged("answers again");
        looking.awaitQuestions(6);
        assertThat(looking.members()).containsExactly(FIRST, SECOND);
        assertThat(looking.logged("fails, its 2 backends stay")).isEqualTo(warnings + 1);
        NAMES.silent(false);
        NAMES.host(NAME, Type.A, "127.0.0.1");
        looking.awaitMembers(FIRST);
        assertThat(looking.logged("answers again")).isEqualTo(ends + 1);
    }

    @Test
    void onlyIfThereIsNoOtherFamily() {
        NAMES.host(NAME, Type.AAAA, "::1");
        looking.awaitQuestions(6);
        assertThat(looking.members()).containsExactly(FIRST, SECOND);
        NAMES.host(NAME, Type.A);
        looking.awaitMembers("[::1]:" + BACKEND.port());
    }
}

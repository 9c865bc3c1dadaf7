package org.metricgateway.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.NameServer;

/** The backends of a group stand in a file, in whatever way it is changed. */
class FileDiscoveryIT {

    @TempDir
    static Path dir;

    private static final NameServer NAMES = NameServer.start();
    private static Looking looking;

    @BeforeAll
    static void start() {
        looking = Looking.at(dir, NAMES, "file:backends.txt, file:mounted/backends.txt, http://fixed:1");
    }

    @AfterAll
    static void stop() {
        try (NAMES;
                Looking over = looking) {
            assertThat(over.gateway().log()).doesNotContain("ERROR");
        }
    }

    private static Path write(String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void isFollowed() throws IOException {
        looking.awaitLogged("group cpu: file:backends.txt fails, its 0 backends stay: there is no such file");
        looking.awaitMembers("fixed:1");
        write(
                "backends.txt",
                "# two, and one that is there already\nhttp://a:1\nhttp://b:2;weight=3\nhttp://fixed:1\n");
        looking.awaitMembers("a:1", "b:2", "fixed:1");
        assertThat(looking.logged("file:backends.txt answers again")).isEqualTo(1);

        Path next = write("next.txt", "http://c:3\n");
        Files.move(next, dir.resolve("backends.txt"), StandardCopyOption.ATOMIC_MOVE);
        looking.awaitMembers("c:3", "fixed:1");

        Files.delete(dir.resolve("backends.txt"));
        looking.awaitLogged("group cpu: file:backends.txt fails, its 1 backends stay: there is no such file");
        assertThat(looking.members()).containsExactly("c:3", "fixed:1");
        write("backends.txt", "http://d:4");
        looking.awaitMembers("d:4", "fixed:1");

        write("backends.txt", "http://e:5\nhttp://me:s3cret@f:6\n");
        looking.awaitLogged("file:backends.txt fails, its 1 backends stay: line 2 holds user info");
        write("backends.txt", "");
        looking.awaitLogged("file:backends.txt fails, its 1 backends stay: it names no backend");
        assertThat(looking.members()).containsExactly("d:4", "fixed:1");
        write("backends.txt", "http://e:5\n");
        looking.awaitMembers("e:5", "fixed:1");
        assertThat(looking.gateway().log()).doesNotContain("s3cret");
        followsKubernetes();
    }

    /** A mounted ConfigMap: the file is a link through {@code ..data}, and that link is what is replaced. */
    private static void followsKubernetes() throws IOException {
        write("mounted/..1/backends.txt", "http://k:1\n");
        Files.createSymbolicLink(dir.resolve("mounted/..data"), Path.of("..1"));
        Files.createSymbolicLink(dir.resolve("mounted/backends.txt"), Path.of("..data/backends.txt"));
        looking.awaitMembers("e:5", "fixed:1", "k:1");
        write("mounted/..2/backends.txt", "http://l:1\n");
        Files.createSymbolicLink(dir.resolve("mounted/..next"), Path.of("..2"));
        Files.move(dir.resolve("mounted/..next"), dir.resolve("mounted/..data"), StandardCopyOption.ATOMIC_MOVE);
        looking.awaitMembers("e:5", "fixed:1", "l:1");
    }
}

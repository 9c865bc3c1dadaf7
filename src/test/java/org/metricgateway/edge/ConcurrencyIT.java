package org.metricgateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metricgateway.support.Answer;
import org.metricgateway.support.RawClient;
import org.metricgateway.support.Reply;
import org.metricgateway.support.ScriptedBackend;

/** Groups whose backends take few requests at once, and requests that no rule knows. */
class ConcurrencyIT {

    @TempDir
    static Path dir;

    private static ScriptedBackend second;
    private static Rig rig;

    @BeforeAll
    static void start() {
        ScriptedBackend mem = ScriptedBackend.start();
        second = ScriptedBackend.start();
        rig = Rig.start(
                dir,
                ScriptedBackend.start(),
                mem,
                "gateway.group.cpu.concurrency = 2",
                "gateway.group.mem.urls = " + mem.url() + "," + second.url(),
                "gateway.group.mem.concurrency = 1",
                "gateway.mode = simple",
                "gateway.default-group = cpu");
    }

    @AfterAll
    static void stop() {
        second.close();
        rig.close();
    }

    private static void assertBusy(Answer answer, String group) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(429);
        assertThat(answer.all("Retry-After")).hasSize(1);
        assertThat(answer.text()).startsWith("{\"errors\":[\"group " + group + ": ");
    }

    @Test
    void isAnsweredAtOnceWhenItIsFull() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        int before = rig.cpu().requests().size();
        // The second answer is on its way for as long as it takes.
        rig.cpu().script().next(Reply.once(told).then(Reply.json(200, "{}")), Reply.endless());
        try (RawClient first = rig.client();
                RawClient large = rig.client();
                RawClient third = rig.client()) {
            first.send(Rig.query());
            rig.cpu().awaitRequests(before + 1);
            large.send(Rig.query());
            rig.cpu().awaitRequests(before + 2);
            assertThat(large.read(new byte[100])).isPositive();
            assertBusy(third.send(Rig.query()).answer(), "cpu");
            assertThat(rig.cpu().requests()).hasSize(before + 2);
            told.countDown();
            assertThat(first.answer().status()).isEqualTo(200);
            assertThat(third.send(Rig.query()).answer().status()).isEqualTo(200);
        }
        Awaitility.await().until(() -> bothFree(before));
    }

    /** The place of an answer whose client left is free again. */
    private static boolean bothFree(int before) throws IOException {
        try (RawClient a = rig.client();
                RawClient b = rig.client()) {
            a.send(Rig.query());
            b.send(Rig.query());
            return a.answer().status() == 200 && b.answer().status() == 200;
        }
    }

    @Test
    void goesToTheOneThatIsFree() throws IOException {
        CountDownLatch told = new CountDownLatch(1);
        String request = Rig.post(Rig.QUERY, Rig.MEM_QUERY);
        Reply held = Reply.once(told).then(Reply.json(200, "{}"));
        rig.mem().script().next(held);
        second.script().next(held);
        try (RawClient a = rig.client();
                RawClient b = rig.client();
                RawClient c = rig.client()) {
            a.send(request);
            b.send(request);
            rig.mem().awaitRequests(1);
            second.awaitRequests(1);
            assertBusy(c.send(request).answer(), "mem");
            told.countDown();
            assertThat(a.answer().status()).isEqualTo(200);
            assertThat(b.answer().status()).isEqualTo(200);
            assertThat(c.send(request).answer().status()).isEqualTo(200);
        }
    }

    @Test
    void metricsThatNoRuleKnowsGoToTheDefaultGroup() throws IOException {
        int before = rig.cpu().requests().size();
        assertThat(rig.ask(Rig.post(Rig.QUERY, Rig.CPU_QUERY.replace("cpu.", "disk.")))
                        .status())
                .isEqualTo(200);
        assertThat(rig.cpu().requests()).hasSize(before + 1);
    }

    /** In simple mode the first metric decides, and the bytes stay the client's. */
    @Test
    void theFirstMetricDecides() throws IOException {
        int before = rig.cpu().requests().size();
        String both = "{ \"metrics\":[{\"name\":\"cpu.a\"},\t{\"name\":\"mem.a\"}], \"start_absolute\":1}";
        assertThat(rig.ask(Rig.post(Rig.QUERY, both)).status()).isEqualTo(200);
        assertThat(rig.cpu().requests().get(before).text()).isEqualTo(both);
    }
}

package org.metricgateway.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;

/** What reads and writes HTTP in the pipeline that Camel built for a client gives way to the gateway's own. */
final class Takeover {

    private Takeover() {}

    static void of(ChannelHandlerContext guard, StrictDecoder decoder, AnswerEncoder encoder, AnswerGate gate) {
        ChannelPipeline pipeline = guard.pipeline();
        pipeline.replace("decoder", "decoder", decoder);
        pipeline.replace("encoder", "encoder", encoder);
        pipeline.remove("aggregator");
        pipeline.remove("outbound-streamer");
        pipeline.addAfter(guard.name(), "answers", gate);
    }
}

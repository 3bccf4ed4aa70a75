package quorate.learning.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// A graph of every operation and every layer allocates nothing once the compiler has seen it.
class AllocationTest {
  private static final int WINDOW = 200;
  private static final int WINDOWS = 200;

  /// The smallest object has 16 bytes; asking for the count allocates a little itself.
  private static final long ONE_OBJECT_A_RUN = 16L * WINDOW;

  @Test
  void runningBothWaysAllocatesNothing() {
    Graph graph = everything();

    long least = Long.MAX_VALUE;
    for (int window = 0; window < WINDOWS && least >= ONE_OBJECT_A_RUN; window++) {
      long before = allocated();
      for (int i = 0; i < WINDOW; i++) {
        graph.forward();
        graph.backward();
      }
      least = Math.min(least, allocated() - before);
    }

    assertThat(least)
        .as("bytes allocated by %d runs both ways", WINDOW)
        .isLessThan(ONE_OBJECT_A_RUN);
  }

  private static long allocated() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }

  private static Graph everything() {
    GraphBuilder g = new GraphBuilder(Kernels.fastest());
    Parameters p = new Parameters();
    Philox chance = Philox.seeded(1);
    DropoutChance dropping = DropoutChance.seeded(2);
    Tensor x = g.watch(g.input("x", 2, 5, 16));
    for (int i = 0; i < x.values().length; i++) {
      x.values()[i] = chance.nextFloat() + 0.5f;
    }
    Tensor index = g.constant("index", new float[10], 2, 5);
    List<Tensor> ends = new ArrayList<>();
    var settings = new TransformerEncoder.Settings(1, 16, 1, 16, true, true, 0.1f);
    ends.add(new TransformerEncoder(p, "encoder", settings, dropping, chance).apply(g, x));
    ends.add(Bidirectional.lstm(p, "lstm", 16, 16, chance).apply(g, x));
    ends.add(Bidirectional.gru(p, "gru", 16, 16, chance).apply(g, x));
    ends.add(new Conv1d(p, "filters", 5, 4, 3, 1, 1, chance).apply(g, x));
    ends.add(new AttentionPooling(p, "pool", 16, 16, chance).apply(g, x));
    ends.add(new Mlp(p, "mlp", List.of(16, 16, 16), Activation.TANH, chance).apply(g, x));
    ends.add(g.multiplyMatrices(x, true, x, false));
    ends.add(g.multiplyMatrices(x, false, x, true));
    ends.add(g.silu(g.log(x)));
    ends.add(g.multiply(g.logGamma(g.absolute(x)), g.digamma(g.absolute(x))));
    ends.add(g.divide(g.softplus(x), g.root(g.absolute(x))));
    ends.add(g.minimum(g.exp(g.negate(x)), g.maximum(g.sigmoid(x), g.relu(x))));
    ends.add(g.where(index, g.pick(x, index), g.max(x, -1)));
    ends.add(g.gather(g.reshape(x, 10, 16), index));
    ends.add(g.transpose(g.repeat(g.slice(x, 1, 0, 2), 2), 0, 2));
    ends.add(g.join(1, g.clip(x, 0, 1), g.square(x)));
    ends.add(g.subtract(g.mean(x, 1), g.sum(x, 1)));
    ends.add(g.losses().huber(g.tanh(x), g.affine(x, 2, 1), 1));
    ends.add(g.losses().crossEntropy(x, index));
    ends.add(g.losses().quantile(g.slice(x, 2, 0, 2), index, 0.1f, 0.9f));
    ends.add(g.losses().categoricalDivergence(x, g.stopGradient(x)));
    ends.add(g.losses().gaussian(x, x, x));
    ends.add(g.losses().standardDivergence(x, x));
    Tensor loss = g.mean(ends.getFirst());
    for (Tensor end : ends.subList(1, ends.size())) {
      loss = g.add(loss, g.mean(end));
    }
    return g.training(loss);
  }
}

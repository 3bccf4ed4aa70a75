package quorate.learning.layer;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

/// Attention in several heads between four linear layers: `prefix.query`, `prefix.key`,
/// `prefix.value` and `prefix.out`, each `[width][width]`. A. Vaswani et al., "Attention is all you
/// need" (NeurIPS 2017), section 3.2.2. Drawn as PyTorch does: the three that lead in as one
/// Xavier-uniform matrix of three times the width, the last as a linear layer; biases are 0.
public final class MultiHeadAttention implements Layer {
  private final Linear query;
  private final Linear key;
  private final Linear value;
  private final Linear out;
  private final int heads;
  private final float rate;
  private final @Nullable DropoutChance dropping;

  /// @param heads a divisor of the width
  /// @throws IllegalArgumentException when the names are taken
  public MultiHeadAttention(
      Parameters parameters, String prefix, int width, int heads, RandomGenerator chance) {
    this(parameters, prefix, width, heads, 0, null, chance);
  }

  /// @param rate at which weights of attention are dropped
  /// @param dropping where dropout takes its chance from; null for no dropout
  public MultiHeadAttention(
      Parameters parameters,
      String prefix,
      int width,
      int heads,
      float rate,
      @Nullable DropoutChance dropping,
      RandomGenerator chance) {
    // √(6 / (width + 3·width)), of one matrix of all three, rather than √(6 / (width + width)).
    Initialisation in = Initialisation.xavierUniform(Math.sqrt(0.5));
    Activation none = Activation.NONE;
    this.query = new Linear(parameters, prefix + ".query", width, width, none, in, chance);
    this.key = new Linear(parameters, prefix + ".key", width, width, none, in, chance);
    this.value = new Linear(parameters, prefix + ".value", width, width, none, in, chance);
    Initialisation last = Initialisation.standard();
    this.out = new Linear(parameters, prefix + ".out", width, width, none, last, chance);
    this.heads = heads;
    this.rate = rate;
    this.dropping = dropping;
  }

  /// Every step looks at every step.
  ///
  /// @param x `[batch][steps][width]`
  /// @return the same shape
  @Override
  public Tensor apply(GraphBuilder g, Tensor x) {
    return apply(g, x, x, null);
  }

  /// Some look at others.
  ///
  /// @param x what looks, `[batch][queries][width]`
  /// @param seen what is looked at, `[batch][keys][width]`
  /// @param mask not 0 where a query may look at a key, of a shape that meets
  ///   `[batch][queries][keys]`; null where all may look at all
  /// @return the shape of `x`
  public Tensor apply(GraphBuilder g, Tensor x, Tensor seen, @Nullable Tensor mask) {
    Tensor q = query.apply(g, x);
    Tensor k = key.apply(g, seen);
    Tensor v = value.apply(g, seen);
    return out.apply(
        g,
        dropping == null
            ? g.fused().attention(q, k, v, heads, mask)
            : g.fused().attention(q, k, v, heads, mask, rate, dropping));
  }
}

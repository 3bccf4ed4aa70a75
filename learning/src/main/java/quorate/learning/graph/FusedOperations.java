package quorate.learning.graph;

import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// The larger operations that layers are made of, each in one step with its own gradient: faster
/// than the same thing put together from small ones.
public final class FusedOperations {
  private final GraphBuilder g;
  private final Kernels kernels;

  FusedOperations(GraphBuilder g, Kernels kernels) {
    this.g = g;
    this.kernels = kernels;
  }

  /// Rows of the last axis brought to mean 0 and variance 1, then stretched and moved: gain·(x −
  /// μ)/√(σ² + ε) + bias.
  ///
  /// @param gain `[width]`
  /// @param bias `[width]`
  /// @param epsilon added to the variance, above 0; 1e-5 is usual
  public Tensor layerNorm(Tensor x, Tensor gain, Tensor bias, float epsilon) {
    if (x.shape().rank() < 1
        || !gain.shape().equals(Shape.of(x.shape().size(-1)))
        || !gain.shape().equals(bias.shape())) {
      throw new IllegalArgumentException(
          "layerNorm needs x of […][width] and a gain and a bias of [width], but was given %s, %s and %s"
              .formatted(x.shape(), gain.shape(), bias.shape()));
    }
    if (!(epsilon > 0)) {
      throw new IllegalArgumentException(
          "layerNorm needs an epsilon above 0, but was given " + epsilon);
    }
    Tensor y = Tensor.of("layerNorm", x.shape());
    return g.add(new LayerNorm(kernels, x, gain, bias, epsilon, y));
  }

  /// Each number 0 with probability `rate` and else divided by 1 − rate, drawn anew in every run
  /// and for every row of a batch; everything let through where the chance is switched off.
  ///
  /// @param rate at least 0 and below 1
  public Tensor dropout(Tensor x, float rate, DropoutChance chance) {
    checkRate("dropout", rate);
    return g.add(new Dropout(x, rate, chance, Tensor.of("dropout", x.shape())));
  }

  private static void checkRate(String operation, float rate) {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "%s needs a rate of at least 0 and below 1, but was given %s".formatted(operation, rate));
    }
  }

  /// Cross-correlation along time, with zeros beyond the ends.
  ///
  /// @param x `[batch][channels][steps]`
  /// @param weight `[channels][width][out]`
  /// @param bias `[out]`, or null for none
  /// @param stride steps from window to window, at least 1
  /// @param padding zeros before and after, at least 0
  /// @return `[batch][out][(steps + 2·padding − width) / stride + 1]`
  public Tensor convolution(
      Tensor x, Tensor weight, @Nullable Tensor bias, int stride, int padding) {
    if (x.shape().rank() != 3
        || weight.shape().rank() != 3
        || x.shape().size(1) != weight.shape().size(0)) {
      throw new IllegalArgumentException(
          "convolution needs x of [batch][channels][steps] and a weight of [channels][width][out], but was given %s and %s"
              .formatted(x.shape(), weight.shape()));
    }
    int out = weight.shape().size(2);
    if (bias != null && !bias.shape().equals(Shape.of(out))) {
      throw new IllegalArgumentException(
          "convolution needs one bias for each of %d filters of the weight %s, but was given %s"
              .formatted(out, weight.shape(), bias.shape()));
    }
    if (stride < 1 || padding < 0) {
      throw new IllegalArgumentException(
          "convolution needs a stride of at least 1 and a padding of at least 0, but was given %d and %d"
              .formatted(stride, padding));
    }
    int steps = Convolution.steps(x.shape().size(2), weight.shape().size(1), stride, padding);
    if (steps < 1) {
      throw new IllegalArgumentException(
          "convolution needs a window no wider than the steps and their padding of %d, but was given %s and %s"
              .formatted(padding, x.shape(), weight.shape()));
    }
    Tensor y = Tensor.of("convolution", x.shape().with(1, out).with(2, steps));
    return g.add(new Convolution(kernels, x, weight, bias, stride, padding, y));
  }

  /// Scaled dot-product attention in several heads, which share the last axis side by side.
  ///
  /// @param query `[batch][queries][width]`
  /// @param key `[batch][keys][width]`
  /// @param value as `key`
  /// @param heads a divisor of the width
  /// @param mask not 0 where a query may look at a key, of a shape that meets
  ///   `[batch][queries][keys]`; null where all may look at all
  public Tensor attention(
      Tensor query, Tensor key, Tensor value, int heads, @Nullable Tensor mask) {
    checkAttention(query, key, value, heads, mask);
    Tensor y = Tensor.of("attention", query.shape());
    return g.add(new Attention(kernels, query, key, value, heads, mask, 0, null, y));
  }

  /// Attention whose weights are dropped at a rate, as [#dropout] does.
  public Tensor attention(
      Tensor query,
      Tensor key,
      Tensor value,
      int heads,
      @Nullable Tensor mask,
      float rate,
      DropoutChance chance) {
    checkAttention(query, key, value, heads, mask);
    checkRate("attention", rate);
    Tensor y = Tensor.of("attention", query.shape());
    return g.add(new Attention(kernels, query, key, value, heads, mask, rate, chance, y));
  }

  private static void checkAttention(
      Tensor query, Tensor key, Tensor value, int heads, @Nullable Tensor mask) {
    Shape q = query.shape();
    Shape k = key.shape();
    if (q.rank() != 3 || k.rank() != 3 || !q.with(1, 1).equals(k.with(1, 1))) {
      throw new IllegalArgumentException(
          "attention needs queries of [batch][queries][width] and keys of [batch][keys][width], but was given %s and %s"
              .formatted(q, k));
    }
    if (!k.equals(value.shape())) {
      throw new IllegalArgumentException(
          "attention needs a value for each key, but was given %s and %s"
              .formatted(k, value.shape()));
    }
    if (heads < 1 || q.size(2) % heads != 0) {
      throw new IllegalArgumentException(
          "attention needs a number of heads that divides the width %d of %s, but was given %d"
              .formatted(q.size(2), q, heads));
    }
    if (mask != null) {
      Shape whole = Shape.of(q.size(0), q.size(1), k.size(1));
      if (mask.shape().rank() > 3
          || !Broadcast.of("attention's mask", whole, mask.shape()).shape().equals(whole)) {
        throw new IllegalArgumentException(
            "attention needs a mask that meets %s, but was given %s"
                .formatted(whole, mask.shape()));
      }
    }
  }
}

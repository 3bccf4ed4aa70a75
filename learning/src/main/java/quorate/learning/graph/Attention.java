package quorate.learning.graph;

import org.jspecify.annotations.Nullable;
import quorate.learning.kernel.Kernels;

/// Scaled dot-product attention in several heads: for each head, whose numbers stand side by side
/// in the last axis, softmax(Q·Kᵀ/√d)·V. A. Vaswani et al., "Attention is all you need" (NeurIPS
/// 2017), equation 1.
///
/// One head of one batch is worked at a time with products that walk through the operands where
/// they lie. A query that may look at nothing gets 0 rather than NaN.
final class Attention extends Operation {
  private final Kernels kernels;
  private final Tensor query;
  private final Tensor key;
  private final Tensor value;
  private final Tensor y;
  private final float @Nullable [] mask;
  private final int @Nullable [] maskAt;
  private final @Nullable DropoutChance chance;
  private final float rate;
  private final int heads;
  private final int batch;
  private final int queries;
  private final int keys;
  private final int width;
  private final int depth;
  private final float scale;

  /// Of all heads of all batches: after the softmax, and after dropout (the same where none).
  private final float[] weights;

  private final float[] factors;
  private final float[] kept;

  /// Of one head of each batch.
  private final float[] scores;

  private final float[] turned;
  private final int pairs;
  private final Kernels.RowWork weighing = this::weigh;
  private final Kernels.RowWork mixing = this::mix;
  private final Kernels.RowWork backwardBatches = this::backward;

  /// @param query `[batch][queries][width]`, which the heads share
  /// @param key `[batch][keys][width]`
  /// @param value as `key`
  /// @param mask not 0 where a query may look at a key; meets `[batch][queries][keys]`
  Attention(
      Kernels kernels,
      Tensor query,
      Tensor key,
      Tensor value,
      int heads,
      @Nullable Tensor mask,
      float rate,
      @Nullable DropoutChance chance,
      Tensor y) {
    super(
        y,
        mask == null ? new Tensor[] {query, key, value} : new Tensor[] {query, key, value, mask});
    this.kernels = kernels;
    this.query = query;
    this.key = key;
    this.value = value;
    this.y = y;
    this.heads = heads;
    this.rate = rate;
    this.chance = chance;
    this.batch = query.shape().size(0);
    this.queries = query.shape().size(1);
    this.keys = key.shape().size(1);
    this.width = query.shape().size(2);
    this.depth = width / heads;
    this.scale = (float) (1 / Math.sqrt(depth));
    this.mask = mask == null ? null : mask.values();
    this.maskAt =
        mask == null ? null : Broadcast.places(Shape.of(batch, queries, keys), mask.shape());
    this.weights = new float[Shape.of(batch, heads, queries, keys).count()];
    this.factors = new float[chance == null ? 0 : weights.length];
    this.kept = chance == null ? weights : new float[weights.length];
    this.pairs = queries * keys;
    this.scores = new float[batch * pairs];
    this.turned = new float[batch * depth * keys];
  }

  @Override
  Form form() {
    return new Form.Attention(heads, rate);
  }

  /// Multiply-adds of one of the products of all heads.
  private long products() {
    return (long) batch * pairs * width;
  }

  @Override
  void forward() {
    kernels.share(batch, 2 * products(), weighing);
    if (chance != null) {
      chance.fill(factors, rate);
    }
    kernels.share(batch, 2 * products(), mixing);
  }

  /// Of some batches, what each query gives to each key.
  private void weigh(int from, int to) {
    for (int i = from * heads; i < to * heads; i++) {
      int at = i * pairs;
      int q = place(i, queries);
      int k = place(i, keys);
      int turnedAt = i / heads * depth * keys;
      kernels.transpose(keys, depth, key.values(), k, width, turned, turnedAt, keys);
      kernels.multiply(
          0,
          queries,
          keys,
          depth,
          query.values(),
          q,
          width,
          1,
          turned,
          turnedAt,
          keys,
          weights,
          at,
          keys,
          false);
      softmax(i / heads, at);
    }
  }

  /// Of some batches, what each query gets of the values.
  private void mix(int from, int to) {
    if (chance != null) {
      for (int j = from * heads * pairs; j < to * heads * pairs; j++) {
        kept[j] = weights[j] * factors[j];
      }
    }
    for (int i = from * heads; i < to * heads; i++) {
      kernels.multiply(
          0,
          queries,
          depth,
          keys,
          kept,
          i * pairs,
          keys,
          1,
          value.values(),
          place(i, keys),
          width,
          y.values(),
          place(i, queries),
          width,
          false);
    }
  }

  /// Where head `i % heads` of batch `i / heads` begins in a tensor of so many rows a batch.
  private int place(int i, int rows) {
    return (i / heads) * rows * width + (i % heads) * depth;
  }

  private boolean isHidden(int b, int i) {
    if (mask == null) {
      return false;
    }
    int at = b * pairs + i;
    return mask[maskAt == null ? at : maskAt[at]] == 0f;
  }

  private void softmax(int b, int at) {
    if (mask != null) {
      for (int j = 0; j < pairs; j++) {
        if (isHidden(b, j)) {
          weights[at + j] = Float.NEGATIVE_INFINITY;
        }
      }
    }
    kernels.softmaxRows(queries, keys, weights, at, scale);
  }

  @Override
  void backward() {
    kernels.share(batch, 4 * products(), backwardBatches);
  }

  private void backward(int from, int to) {
    float[] dy = y.gradient();
    for (int i = from * heads; i < to * heads; i++) {
      int at = i * pairs;
      int scoresAt = i / heads * pairs;
      int turnedAt = i / heads * depth * keys;
      int q = place(i, queries);
      int k = place(i, keys);
      if (value.hasGradient()) {
        kernels.multiply(
            0,
            keys,
            depth,
            queries,
            kept,
            at,
            1,
            keys,
            dy,
            q,
            width,
            value.gradient(),
            k,
            width,
            true);
      }
      if (!query.hasGradient() && !key.hasGradient()) {
        continue;
      }
      kernels.transpose(keys, depth, value.values(), k, width, turned, turnedAt, keys);
      kernels.multiply(
          0, queries, keys, depth, dy, q, width, 1, turned, turnedAt, keys, scores, scoresAt, keys,
          false);
      backThroughSoftmax(scoresAt, at);
      if (query.hasGradient()) {
        kernels.multiply(
            0,
            queries,
            depth,
            keys,
            scores,
            scoresAt,
            keys,
            1,
            key.values(),
            k,
            width,
            query.gradient(),
            q,
            width,
            true);
      }
      if (key.hasGradient()) {
        kernels.multiply(
            0,
            keys,
            depth,
            queries,
            scores,
            scoresAt,
            1,
            keys,
            query.values(),
            q,
            width,
            key.gradient(),
            k,
            width,
            true);
      }
    }
  }

  /// Turns the gradients of the kept weights, which stand in `scores`, into those of the scores.
  private void backThroughSoftmax(int scoresAt, int at) {
    if (chance != null) {
      kernels.times(pairs, factors, at, scores, scoresAt, scores, scoresAt);
    }
    kernels.softmaxSlopes(queries, keys, weights, at, scores, scoresAt, scale);
  }
}

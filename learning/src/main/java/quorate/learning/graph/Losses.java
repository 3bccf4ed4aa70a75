package quorate.learning.graph;

/// What is minimised in training: losses, each the mean over everything, and divergences, one
/// number a row. Shapes are checked by the operations that they are made of, which name themselves
/// in their errors.
public final class Losses {
  private final GraphBuilder g;

  Losses(GraphBuilder g) {
    this.g = g;
  }

  private static void needSameShapes(String loss, Tensor a, Tensor b) {
    if (!a.shape().equals(b.shape())) {
      throw new IllegalArgumentException(
          "%s needs two tensors of one shape, but was given %s and %s"
              .formatted(loss, a.shape(), b.shape()));
    }
  }

  /// mean (x − target)².
  public Tensor squaredError(Tensor x, Tensor target) {
    needSameShapes("squaredError", x, target);
    return g.mean(g.square(g.subtract(x, target)));
  }

  /// The mean of ½d² where d = |x − target| is at most δ, and of δ(d − ½δ) beyond. P. Huber,
  /// "Robust estimation of a location parameter" (1964).
  ///
  /// @param delta δ, above 0
  public Tensor huber(Tensor x, Tensor target, float delta) {
    needSameShapes("huber", x, target);
    if (!(delta > 0)) {
      throw new IllegalArgumentException("huber needs a delta above 0, but was given " + delta);
    }
    Tensor distance = g.absolute(g.subtract(x, target));
    Tensor near = g.clip(distance, 0, delta);
    return g.mean(g.multiply(near, g.subtract(distance, g.scale(near, 0.5f))));
  }

  /// The mean of −ln p(class), of probabilities that are given as logits.
  ///
  /// @param logits `[…][classes]`
  /// @param index `[…]`, whole numbers from 0 to classes − 1
  public Tensor crossEntropy(Tensor logits, Tensor index) {
    return g.negate(g.mean(g.pick(g.logSoftmax(logits), index)));
  }

  /// The mean of −ln of the normal density: ½(ln 2π + ln σ² + (x − μ)²/σ²).
  ///
  /// @param logVariance ln σ², a shape that meets that of the mean
  public Tensor gaussian(Tensor mean, Tensor logVariance, Tensor target) {
    needSameShapes("gaussian", mean, target);
    Tensor squares = g.square(g.subtract(target, mean));
    Tensor weighted = g.multiply(squares, g.exp(g.negate(logVariance)));
    float constant = (float) (0.5 * Math.log(2 * Math.PI));
    return g.affine(g.mean(g.add(weighted, logVariance)), 0.5f, constant);
  }

  /// The mean of max(τd, (τ − 1)d) with d = target − x, whose minimum is the quantile of level τ.
  /// R. Koenker and G. Bassett, "Regression quantiles" (1978).
  ///
  /// @param x `[…][levels]`, a forecast for each level
  /// @param target `[…]`
  /// @param levels τ, each between 0 and 1
  public Tensor quantile(Tensor x, Tensor target, float... levels) {
    Shape shape = x.shape();
    if (shape.rank() < 1
        || shape.size(-1) != levels.length
        || !shape.without(-1).equals(target.shape())) {
      throw new IllegalArgumentException(
          "quantile needs x of […][%d] for as many levels and a target of […], but was given %s and %s"
              .formatted(levels.length, shape, target.shape()));
    }
    float[] below = new float[levels.length];
    for (int i = 0; i < levels.length; i++) {
      if (!(levels[i] > 0 && levels[i] < 1)) {
        throw new IllegalArgumentException(
            "quantile needs levels between 0 and 1, but was given " + levels[i]);
      }
      below[i] = levels[i] - 1f;
    }
    Tensor column = g.reshape(target, shape.with(-1, 1).toArray());
    Tensor distance = g.subtract(column, x);
    Tensor over = g.multiply(distance, g.constant("levels", levels, levels.length));
    Tensor under = g.multiply(distance, g.constant("levels − 1", below, levels.length));
    return g.mean(g.maximum(over, under));
  }

  /// KL(p ‖ q) = Σ p·(ln p − ln q) of two categorical distributions, one number a row.
  ///
  /// @param p logits `[…][classes]`
  /// @param q logits of the same shape
  /// @return `[…]`
  public Tensor categoricalDivergence(Tensor p, Tensor q) {
    needSameShapes("categoricalDivergence", p, q);
    Tensor logP = g.logSoftmax(p);
    return g.sum(g.multiply(g.exp(logP), g.subtract(logP, g.logSoftmax(q))), -1);
  }

  /// KL(p ‖ q) of two normal distributions with independent components, one number a row: ½Σ(ln σq²
  /// − ln σp² + (σp² + (μp − μq)²)/σq² − 1).
  ///
  /// @param pLogVariance ln σp² `[…][size]`, as all four
  /// @return `[…]`
  public Tensor gaussianDivergence(
      Tensor pMean, Tensor pLogVariance, Tensor qMean, Tensor qLogVariance) {
    needSameShapes("gaussianDivergence", pMean, pLogVariance);
    needSameShapes("gaussianDivergence", pMean, qMean);
    needSameShapes("gaussianDivergence", pMean, qLogVariance);
    Tensor apart = g.square(g.subtract(pMean, qMean));
    Tensor ratio = g.multiply(g.add(g.exp(pLogVariance), apart), g.exp(g.negate(qLogVariance)));
    Tensor all = g.add(g.subtract(qLogVariance, pLogVariance), ratio);
    return g.scale(g.sum(g.affine(all, 1, -1), -1), 0.5f);
  }

  /// KL(p ‖ N(0, 1)) of a normal distribution with independent components, one number a row: ½Σ(σ²
  /// + μ² − 1 − ln σ²), the second term of the loss of a variational autoencoder. D. Kingma and M.
  ///   Welling, "Auto-encoding variational Bayes" (2014), appendix B.
  ///
  /// @param logVariance ln σ² `[…][size]`, as the mean
  /// @return `[…]`
  public Tensor standardDivergence(Tensor mean, Tensor logVariance) {
    needSameShapes("standardDivergence", mean, logVariance);
    Tensor grown = g.add(g.square(mean), g.subtract(g.exp(logVariance), logVariance));
    return g.scale(g.sum(g.affine(grown, 1, -1), -1), 0.5f);
  }
}

package quorate.app.bench;

import java.util.random.RandomGenerator;
import quorate.learning.kernel.Kernels;

/// The yardstick of the graph: one step of PPO for two tanh networks of two hidden layers and a
/// choice of actions, written by hand on the same kernels, without graph, shapes or generality.
///
/// What the graph costs is what a step through it takes above this one's time. Same formulas and
/// minibatch as `quorate.learning.ppo.PpoStep` with the defaults of Stable-Baselines3.
final class HandWrittenPpo {
  private static final float CLIP = 0.2f;
  private static final double MAX_NORM = 0.5;

  private final Kernels kernels;
  private final int batch;
  private final int choices;
  private final Net actor;
  private final Net critic;
  private final float[] probabilities;
  private int steps;

  final float[] observations;
  final float[] actions;
  final float[] oldLogProbabilities;
  final float[] advantages;
  final float[] returns;

  HandWrittenPpo(
      Kernels kernels, int batch, int in, int hidden, int choices, RandomGenerator chance) {
    this.kernels = kernels;
    this.batch = batch;
    this.choices = choices;
    observations = new float[batch * in];
    actions = new float[batch];
    oldLogProbabilities = new float[batch];
    advantages = new float[batch];
    returns = new float[batch];
    actor = new Net(in, hidden, choices, chance);
    critic = new Net(in, hidden, 1, chance);
    probabilities = new float[batch * choices];
  }

  /// Learns from what stands in the inputs.
  void step(float rate) {
    normaliseAdvantages();
    actor.forward();
    critic.forward();
    gradientOfTheActor();
    for (int i = 0; i < batch; i++) {
      critic.dOut[i] = (critic.out[i] - returns[i]) / batch;
    }
    actor.backward();
    critic.backward();
    double norm = Math.sqrt(actor.squares() + critic.squares());
    float scale = (float) Math.min(1, MAX_NORM / (norm + 1e-6));
    steps++;
    float corrected = (float) (rate / (1 - StrictMath.pow(0.9, steps)));
    float root = (float) (1 / Math.sqrt(1 - StrictMath.pow(0.999, steps)));
    actor.adam(scale, corrected, root);
    critic.adam(scale, corrected, root);
  }

  private void normaliseAdvantages() {
    double sum = 0;
    for (float each : advantages) {
      sum += each;
    }
    double mean = sum / batch;
    double squares = 0;
    for (float each : advantages) {
      squares += (each - mean) * (each - mean);
    }
    double deviation = Math.sqrt(squares / (batch - 1)) + 1e-8;
    for (int i = 0; i < batch; i++) {
      advantages[i] = (float) ((advantages[i] - mean) / deviation);
    }
  }

  /// ∂loss/∂logit = −A·r·(1{choice} − p) / batch where the ratio r is not clipped, else 0.
  private void gradientOfTheActor() {
    float[] logits = actor.out;
    for (int row = 0; row < batch; row++) {
      int at = row * choices;
      float most = logits[at];
      for (int j = 1; j < choices; j++) {
        most = Math.max(most, logits[at + j]);
      }
      for (int j = 0; j < choices; j++) {
        logits[at + j] -= most;
      }
    }
    kernels.exp(probabilities.length, logits, 0, probabilities, 0);
    for (int row = 0; row < batch; row++) {
      int at = row * choices;
      float sum = 0f;
      for (int j = 0; j < choices; j++) {
        sum += probabilities[at + j];
      }
      int chosen = (int) actions[row];
      double logProbability = logits[at + chosen] - StrictMath.log(sum);
      float ratio = (float) StrictMath.exp(logProbability - oldLogProbabilities[row]);
      float advantage = advantages[row];
      boolean clipped = advantage > 0 ? ratio > 1 + CLIP : ratio < 1 - CLIP;
      float pull = clipped ? 0f : -advantage * ratio / batch;
      for (int j = 0; j < choices; j++) {
        float one = j == chosen ? 1f : 0f;
        actor.dOut[at + j] = pull * (one - probabilities[at + j] / sum);
      }
    }
  }

  /// One network: in → hidden → hidden → outs.
  private final class Net {
    private final int in;
    private final int hidden;
    private final int outs;
    private final float[][] parameters;
    private final float[][] gradients;
    private final float[][] means;
    private final float[][] squares;
    private final float[] first;
    private final float[] second;
    private final float[] dSecond;
    private final float[] dFirst;
    private final float[] turned;
    private final float[] out;
    private final float[] dOut;

    Net(int in, int hidden, int outs, RandomGenerator chance) {
      this.in = in;
      this.hidden = hidden;
      this.outs = outs;
      int[] sizes = {in * hidden, hidden, hidden * hidden, hidden, hidden * outs, outs};
      parameters = new float[6][];
      gradients = new float[6][];
      means = new float[6][];
      squares = new float[6][];
      for (int i = 0; i < 6; i++) {
        parameters[i] = new float[sizes[i]];
        gradients[i] = new float[sizes[i]];
        means[i] = new float[sizes[i]];
        squares[i] = new float[sizes[i]];
        for (int j = 0; j < sizes[i] && i % 2 == 0; j++) {
          parameters[i][j] = (float) chance.nextGaussian() * 0.1f;
        }
      }
      first = new float[batch * hidden];
      second = new float[batch * hidden];
      dSecond = new float[batch * hidden];
      dFirst = new float[batch * hidden];
      turned = new float[hidden * hidden];
      out = new float[batch * outs];
      dOut = new float[batch * outs];
    }

    void forward() {
      layer(observations, in, 0, first, hidden);
      kernels.tanh(first.length, first, 0, first, 0);
      layer(first, hidden, 2, second, hidden);
      kernels.tanh(second.length, second, 0, second, 0);
      layer(second, hidden, 4, out, outs);
    }

    private void layer(float[] x, int from, int weight, float[] y, int to) {
      for (int i = 0; i < batch; i++) {
        System.arraycopy(parameters[weight + 1], 0, y, i * to, to);
      }
      kernels.multiply(
          0, batch, to, from, x, 0, from, 1, parameters[weight], 0, to, y, 0, to, true);
    }

    void backward() {
      weights(second, hidden, dOut, outs, 4);
      kernels.transpose(hidden, outs, parameters[4], 0, outs, turned, 0, hidden);
      kernels.multiply(
          0, batch, hidden, outs, dOut, 0, outs, 1, turned, 0, hidden, dSecond, 0, hidden, false);
      slope(second, dSecond);
      weights(first, hidden, dSecond, hidden, 2);
      kernels.transpose(hidden, hidden, parameters[2], 0, hidden, turned, 0, hidden);
      kernels.multiply(
          0, batch, hidden, hidden, dSecond, 0, hidden, 1, turned, 0, hidden, dFirst, 0, hidden,
          false);
      slope(first, dFirst);
      weights(observations, in, dFirst, hidden, 0);
    }

    private void weights(float[] x, int from, float[] dy, int to, int weight) {
      kernels.multiply(
          0, from, to, batch, x, 0, 1, from, dy, 0, to, gradients[weight], 0, to, false);
      kernels.sumRows(batch, to, dy, 0, to, gradients[weight + 1], 0, false);
    }

    private static void slope(float[] y, float[] dy) {
      for (int i = 0; i < y.length; i++) {
        dy[i] *= 1f - y[i] * y[i];
      }
    }

    double squares() {
      double sum = 0;
      for (float[] g : gradients) {
        sum += kernels.dot(g.length, g, 0, g, 0);
      }
      return sum;
    }

    void adam(float scale, float rate, float root) {
      for (int i = 0; i < 6; i++) {
        kernels.adam(
            0,
            parameters[i].length,
            parameters[i],
            gradients[i],
            means[i],
            squares[i],
            scale,
            0.9f,
            0.999f,
            rate,
            root,
            1e-5f,
            0f);
      }
    }
  }
}

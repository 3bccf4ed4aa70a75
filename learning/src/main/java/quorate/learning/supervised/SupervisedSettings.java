package quorate.learning.supervised;

import quorate.learning.optimiser.Adam;
import quorate.learning.optimiser.OptimiserSettings;
import quorate.learning.optimiser.Schedule;

/// How a model is trained on examples.
///
/// @param minibatch rows in one step of the optimiser; as many as there are where they are fewer
/// @param epochs passes over the training rows at most
/// @param patience epochs without gain after which training stops
/// @param leastGain by how much the validation loss must fall below the best one to be a gain, at
///   least 0
/// @param rate learning rate over all epochs
/// @param optimiser which, and how
/// @param maxGradientNorm the gradients' norm is clipped to it
/// @param averagePart how far the weights that are judged and kept follow those in training at each
///   step, above 0 and at most 1; 1 for the weights in training themselves
public record SupervisedSettings(
    int minibatch,
    int epochs,
    int patience,
    double leastGain,
    Schedule rate,
    OptimiserSettings optimiser,
    double maxGradientNorm,
    double averagePart) {
  public SupervisedSettings {
    check(minibatch >= 1, "minibatch must be at least 1", minibatch);
    check(epochs >= 1, "epochs must be at least 1", epochs);
    check(patience >= 1, "patience must be at least 1", patience);
    check(leastGain >= 0, "leastGain must be at least 0", leastGain);
    check(maxGradientNorm > 0, "maxGradientNorm must be above 0", maxGradientNorm);
    check(averagePart > 0 && averagePart <= 1, "averagePart must be in (0, 1]", averagePart);
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("a training's " + rule + ", but was " + found);
    }
  }

  /// Minibatches of 64, at most 100 epochs, patience 10; AdamW with decay 0.01, rate 10⁻³ after a
  /// warm-up of 5 %, then along a cosine to 0; gradients clipped to 1.
  public static SupervisedSettings defaults() {
    return new SupervisedSettings(
        64, 100, 10, 0, Schedule.cosine(0.05, 1e-3, 0), Adam.Settings.adamW(), 1, 1);
  }

  public SupervisedSettings withEpochs(int most, int patience) {
    return new SupervisedSettings(
        minibatch, most, patience, leastGain, rate, optimiser, maxGradientNorm, averagePart);
  }

  public SupervisedSettings withMinibatch(int rows) {
    return new SupervisedSettings(
        rows, epochs, patience, leastGain, rate, optimiser, maxGradientNorm, averagePart);
  }

  public SupervisedSettings withRate(Schedule other) {
    return new SupervisedSettings(
        minibatch, epochs, patience, leastGain, other, optimiser, maxGradientNorm, averagePart);
  }

  public SupervisedSettings withOptimiser(OptimiserSettings other) {
    return new SupervisedSettings(
        minibatch, epochs, patience, leastGain, rate, other, maxGradientNorm, averagePart);
  }

  public SupervisedSettings withAveragePart(double part) {
    return new SupervisedSettings(
        minibatch, epochs, patience, leastGain, rate, optimiser, maxGradientNorm, part);
  }
}

package quorate.learning.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.chance.Philox;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.optimiser.Schedule;

class ForecasterTest {
  private static final Kernels KERNELS = Kernels.fastest();
  private static final int STEPS = 8;
  private static final int HORIZON = 2;
  private static final Forecaster.Design SMALL =
      Forecaster.Design.of(STEPS, 1, HORIZON).withNetwork(12, 1, 0);
  private static final SupervisedSettings QUICK =
      SupervisedSettings.defaults()
          .withMinibatch(32)
          .withEpochs(15, 8)
          .withRate(Schedule.cosine(0.05, 0.02, 0));

  /// Windows of a sine of period 12 with normal noise of deviation 0.2, and the two numbers after
  /// each.
  static Examples waves(int rows, long seed) {
    Philox chance = Philox.seeded(seed);
    float[] series = new float[rows + STEPS + HORIZON];
    double phase = 2 * Math.PI * chance.nextDouble();
    for (int t = 0; t < series.length; t++) {
      series[t] = (float) (Math.sin(2 * Math.PI * t / 12 + phase) + 0.2 * chance.nextGaussian());
    }
    float[] inputs = new float[rows * STEPS];
    float[] targets = new float[rows * HORIZON];
    for (int row = 0; row < rows; row++) {
      System.arraycopy(series, row, inputs, row * STEPS, STEPS);
      System.arraycopy(series, row + STEPS, targets, row * HORIZON, HORIZON);
    }
    return Examples.of(rows, inputs, targets);
  }

  /// Saying the last number again loses 2·0.04 for the noise and what the sine moves by: 0.21 over
  /// the two steps, of which 0.04 is noise that nobody can know.
  @Test
  void losesLessThanAThirdOfWhatTheLastNumberLosesOnUnseenWaves() {
    Forecaster forecaster = new Forecaster(KERNELS, SMALL, 1);
    training(forecaster).run();
    Examples unseen = waves(300, 3);
    Forecaster.Forecasting forecasting = forecaster.forecasting(1);
    float[] window = new float[STEPS];
    float[] target = new float[HORIZON];
    double lost = 0;
    double lastLost = 0;

    for (int row = 0; row < unseen.rows(); row++) {
      unseen.copy(row, 0, window, target);
      float[] forecast = forecasting.forecast(window);
      for (int i = 0; i < HORIZON; i++) {
        lost += Math.pow(forecast[i] - target[i], 2);
        lastLost += Math.pow(window[STEPS - 1] - target[i], 2);
      }
    }

    assertThat(lost).isLessThan(lastLost / 3);
  }

  @Test
  void aNormalForecastKnowsHowWrongItIs() {
    Forecaster forecaster = new Forecaster(KERNELS, SMALL.withLoss(ForecastLoss.gaussian()), 1);
    training(forecaster).run();
    Examples unseen = waves(300, 3);
    double standardised = 0;
    double deviations = 0;
    float[] window = new float[STEPS];
    float[] target = new float[HORIZON];
    Forecaster.Forecasting forecasting = forecaster.forecasting(1);

    for (int row = 0; row < unseen.rows(); row++) {
      unseen.copy(row, 0, window, target);
      float[] forecast = forecasting.forecast(window);
      for (int i = 0; i < HORIZON; i++) {
        standardised += Math.pow((target[i] - forecast[2 * i]) / forecast[2 * i + 1], 2);
        deviations += forecast[2 * i + 1];
      }
    }

    assertThat(standardised / (300 * HORIZON)).isBetween(0.6, 1.6);
    assertThat(deviations / (300 * HORIZON)).isBetween(0.15, 0.35);
  }

  @Test
  void aQuantileHasItsShareOfTargetsBelowIt() {
    Forecaster forecaster =
        new Forecaster(KERNELS, SMALL.withLoss(ForecastLoss.quantile(0.1, 0.5, 0.9)), 1);
    training(forecaster).run();
    Examples unseen = waves(300, 3);
    int[] below = new int[3];
    float[] window = new float[STEPS];
    float[] target = new float[HORIZON];
    Forecaster.Forecasting forecasting = forecaster.forecasting(1);

    for (int row = 0; row < unseen.rows(); row++) {
      unseen.copy(row, 0, window, target);
      float[] forecast = forecasting.forecast(window);
      for (int i = 0; i < 3 * HORIZON; i++) {
        below[i % 3] += target[i / 3] < forecast[i] ? 1 : 0;
      }
    }

    assertThat(below[0] / (300.0 * HORIZON)).isBetween(0.04, 0.2);
    assertThat(below[1] / (300.0 * HORIZON)).isBetween(0.38, 0.62);
    assertThat(below[2] / (300.0 * HORIZON)).isBetween(0.8, 0.96);
  }

  /// Row by row as [quorate.learning.graph.Losses] has them over a whole batch.
  @Test
  void lossesOfRowsAreThoseOfTheField() {
    GraphBuilder g = new GraphBuilder(KERNELS);
    Tensor said = g.constant("said", new float[] {1, -2, 0.5f, 0.3f, -1, 2, 0, 1}, 2, 2, 2);
    Tensor target = g.constant("target", new float[] {2, 0, -1, 0.5f}, 2, 2);
    Tensor means = g.reshape(g.slice(said, 2, 0, 1), 2, 2);
    Tensor logs = g.reshape(g.slice(said, 2, 1, 2), 2, 2);
    Tensor normal = g.mean(ForecastLoss.gaussian().losses(g, said, target));
    Tensor expectedNormal = g.losses().gaussian(means, logs, target);
    Tensor levels = g.mean(ForecastLoss.quantile(0.2, 0.7).losses(g, said, target));
    Tensor expectedLevels = g.losses().quantile(said, target, 0.2f, 0.7f);
    Tensor one = g.reshape(means, 2, 2, 1);
    Tensor squares = g.mean(ForecastLoss.squaredError().losses(g, one, target));
    Tensor expectedSquares = g.losses().squaredError(means, target);

    g.inference().forward();

    assertThat(normal.value()).isCloseTo(expectedNormal.value(), within(1e-6f));
    assertThat(levels.value()).isCloseTo(expectedLevels.value(), within(1e-6f));
    assertThat(squares.value()).isCloseTo(expectedSquares.value(), within(1e-6f));
  }

  @Test
  void savedWeightsForecastTheSame(@TempDir Path folder) {
    Forecaster forecaster = new Forecaster(KERNELS, SMALL, 1);
    Path file = folder.resolve("forecaster.safetensors");
    forecaster.save(file);
    Forecaster other = new Forecaster(KERNELS, SMALL, 2);
    float[] window = {1, 2, 3, 4, 5, 6, 7, 8};

    other.load(file);

    assertThat(other.forecasting(1).forecast(window))
        .containsExactly(forecaster.forecasting(1).forecast(window));
    Forecaster larger = new Forecaster(KERNELS, SMALL.withNetwork(32, 1, 0), 1);
    assertThatThrownBy(() -> larger.load(file))
        .hasMessageContaining("must hold the parameter lstm.0.weight 1×128, but has one of [1, 48]")
        .hasMessageContaining("another network's");
    Forecaster deeper = new Forecaster(KERNELS, SMALL.withNetwork(12, 2, 0), 1);
    assertThatThrownBy(() -> deeper.load(file)).hasMessageContaining("has none of that name");
    deeper.save(file);
    assertThatThrownBy(() -> other.load(file))
        .hasMessageContaining("must hold the 5 parameters of this network, but holds 8");
  }

  @Test
  void defaultsAreOneLayerOf64WithDropoutOfATenth() {
    assertThat(Forecaster.Design.of(30, 5, 3))
        .isEqualTo(new Forecaster.Design(30, 5, 3, new ForecastLoss.SquaredError(), 64, 1, 0.1f));
  }

  @Test
  void aFormThatCannotBeIsRefused() {
    assertThatThrownBy(() -> Forecaster.Design.of(0, 1, 1))
        .hasMessage("a forecaster's steps must be at least 1, but was 0");
    assertThatThrownBy(() -> SMALL.withNetwork(16, 1, 1)).hasMessageContaining("dropout");
    assertThatThrownBy(() -> ForecastLoss.quantile(0.5, 0.5))
        .hasMessage("levels must rise between 0 and 1, but were [0.5, 0.5]");
    assertThatThrownBy(ForecastLoss::quantile).hasMessageContaining("at least one");
    assertThatThrownBy(() -> new Forecaster(KERNELS, SMALL, 1).forecasting(1).forecast(1, 2))
        .hasMessageContaining("takes 8 numbers, but was given 2");
  }

  private static SupervisedTraining training(Forecaster forecaster) {
    return new SupervisedTraining(KERNELS, forecaster, waves(300, 1), waves(60, 2), QUICK, 1);
  }
}

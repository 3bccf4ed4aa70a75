package quorate.learning.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Activation;
import quorate.learning.graph.DropoutChance;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Shape;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.AttentionPooling;
import quorate.learning.layer.Mlp;
import quorate.learning.layer.TransformerEncoder;
import quorate.learning.optimiser.Schedule;
import quorate.learning.supervised.VariationalAutoencoder.Latent;

class VariationalAutoencoderTest {
  private static final Kernels KERNELS = Kernels.fastest();
  private static final int SIZE = 10;
  private static final SupervisedSettings QUICK =
      SupervisedSettings.defaults()
          .withMinibatch(32)
          .withEpochs(30, 30)
          .withRate(Schedule.cosine(0.05, 0.01, 0));

  /// Rows of ten numbers of variance 1 that two normal factors explain to 99 %.
  private static float[] factors(int rows, long seed) {
    Philox chance = Philox.seeded(seed);
    float[] x = new float[rows * SIZE];
    for (int row = 0; row < rows; row++) {
      double f = chance.nextGaussian();
      double h = chance.nextGaussian();
      for (int i = 0; i < SIZE; i++) {
        double angle = Math.PI * i / SIZE;
        double common = Math.cos(angle) * f + Math.sin(angle) * h;
        x[row * SIZE + i] = (float) (Math.sqrt(0.99) * common + 0.1 * chance.nextGaussian());
      }
    }
    return x;
  }

  private static VariationalAutoencoder dense(long seed) {
    return VariationalAutoencoder.dense(
        KERNELS, SIZE, List.of(32), Activation.TANH, Latent.of(3), seed);
  }

  private static Examples same(float[] x) {
    return Examples.of(x.length / SIZE, x, x);
  }

  @Test
  void twoFactorsOfTenNumbersAreFoundAndAStrangerStandsOut() {
    VariationalAutoencoder model = dense(1);
    SupervisedTraining training =
        new SupervisedTraining(
            KERNELS, model, same(factors(400, 1)), same(factors(100, 2)), QUICK, 1);
    double begun = training.validationLoss();
    Outcome outcome = training.run();
    VariationalAutoencoder.Encoding encoding = model.encoding(100);
    float[] unseen = factors(100, 3);
    encoding.encode(unseen);
    double usual = mean(encoding.errors(unseen));

    assertThat(outcome.bestLoss()).isLessThan(begun);
    assertThat(usual).as("share of the variance that is lost").isLessThan(0.06);
    // Neighbours have opposite signs, which no mixture of the two factors has.
    float[] strangers = unseen.clone();
    for (int i = 1; i < SIZE; i += 2) {
      strangers[i] = -strangers[i];
    }
    encoding.encode(strangers);
    assertThat((double) encoding.errors(strangers)[0]).isGreaterThan(5 * usual);
  }

  private static double mean(float[] numbers) {
    double sum = 0;
    for (float each : numbers) {
      sum += each;
    }
    return sum / numbers.length;
  }

  /// ½Σ(σ² + μ² − 1 − ln σ²).
  @Test
  void divergenceHasItsClosedForm() {
    VariationalAutoencoder.Encoding encoding = dense(1).encoding(4);

    encoding.encode(factors(4, 5));

    for (int row = 0; row < 4; row++) {
      double expected = 0;
      for (int i = 3 * row; i < 3 * row + 3; i++) {
        double mean = encoding.means()[i];
        double variance = Math.pow(encoding.deviations()[i], 2);
        expected += 0.5 * (variance + mean * mean - 1 - Math.log(variance));
      }
      assertThat((double) encoding.divergences()[row]).isCloseTo(expected, within(1e-5));
    }
  }

  /// With β 0 the loss is the error of a draw; what β 1 adds to it is the divergence over ten.
  @Test
  void theLossIsTheErrorAndBetaTimesTheDivergence() {
    Examples rows = same(factors(4, 5));

    double without = lossWith(0, rows);
    double with = lossWith(1, rows);
    VariationalAutoencoder.Encoding encoding = dense(1).encoding(4);
    encoding.encode(factors(4, 5));

    assertThat(with - without).isCloseTo(mean(encoding.divergences()) / SIZE, within(1e-5));
  }

  private static double lossWith(double beta, Examples rows) {
    VariationalAutoencoder model =
        VariationalAutoencoder.dense(
            KERNELS, SIZE, List.of(32), Activation.TANH, new Latent(3, Schedule.constant(beta)), 1);
    return new SupervisedTraining(KERNELS, model, rows, rows, QUICK, 1).validationLoss();
  }

  @Test
  void betaRisesOverTheFirstThird() {
    Schedule beta = Latent.of(8).beta();

    assertThat(beta.at(0)).isZero();
    assertThat(beta.at(1.0 / 6)).isCloseTo(0.5, within(1e-12));
    assertThat(beta.at(1.0 / 3)).isEqualTo(1);
    assertThat(beta.at(1)).isEqualTo(1);
  }

  /// A Transformer over rows of time, whose last row alone is reconstructed.
  @Test
  void encoderAndTargetsMayBeOfAnyForm() {
    Philox chance = Philox.seeded(1);
    Parameters parameters = new Parameters();
    DropoutChance dropping = DropoutChance.seeded(2);
    var settings = new TransformerEncoder.Settings(1, SIZE, 2, 16, true, true, 0.1f);
    var rows = new TransformerEncoder(parameters, "encoder", settings, dropping, chance);
    var pooling = new AttentionPooling(parameters, "pooling", SIZE, 8, chance);
    var parts =
        new VariationalAutoencoder.Parts(
            parameters,
            dropping,
            Shape.of(5, SIZE),
            Shape.of(1, SIZE),
            (g, x) -> pooling.apply(g, rows.apply(g, x)),
            SIZE,
            new Mlp(parameters, "decoder", List.of(3, 16, SIZE), Activation.TANH, chance));
    var model = new VariationalAutoencoder(KERNELS, parts, Latent.of(3), chance);
    float[] windows = new float[60 * 5 * SIZE];
    float[] lasts = factors(60, 4);
    for (int i = 0; i < windows.length; i++) {
      windows[i] = lasts[i / (5 * SIZE) * SIZE + i % SIZE];
    }
    Examples examples = Examples.of(60, windows, lasts);
    SupervisedTraining training =
        new SupervisedTraining(
            KERNELS, model, examples, examples, QUICK.withEpochs(10, 10).withMinibatch(20), 1);
    double begun = training.validationLoss();

    Outcome outcome = training.run();

    assertThat(outcome.bestLoss()).isLessThan(0.8 * begun);
  }

  @Test
  void theSameSeedGivesTheSameWeightsAndSavedOnesEncodeTheSame(@TempDir Path folder) {
    VariationalAutoencoder first = dense(1);
    VariationalAutoencoder second = dense(1);
    Examples rows = same(factors(60, 1));
    for (VariationalAutoencoder each : List.of(first, second)) {
      new SupervisedTraining(KERNELS, each, rows, rows, QUICK.withEpochs(2, 2), 1).run();
    }
    VariationalAutoencoder loaded = dense(3);
    first.save(folder.resolve("vae.safetensors"));

    loaded.load(folder.resolve("vae.safetensors"));

    float[] row = factors(1, 9);
    VariationalAutoencoder.Encoding expected = first.encoding(1);
    expected.encode(row);
    for (VariationalAutoencoder each : List.of(second, loaded)) {
      VariationalAutoencoder.Encoding encoding = each.encoding(1);
      encoding.encode(row);
      assertThat(encoding.means()).containsExactly(expected.means());
      assertThat(encoding.deviations()).containsExactly(expected.deviations());
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> Latent.of(0)).hasMessageContaining("at least 1 number");
    assertThatThrownBy(() -> dense(1).encoding(2).encode(new float[SIZE]))
        .hasMessageContaining("takes 20 numbers, but was given 10");
  }
}

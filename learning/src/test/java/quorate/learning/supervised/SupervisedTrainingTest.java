package quorate.learning.supervised;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.optimiser.Adam;
import quorate.learning.optimiser.RmsProp;
import quorate.learning.optimiser.Schedule;
import quorate.learning.optimiser.Sgd;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.supervised.Outcome.Ending;

class SupervisedTrainingTest {
  private static final Kernels KERNELS = Kernels.fastest();
  private static final SupervisedSettings QUICK =
      SupervisedSettings.defaults()
          .withMinibatch(16)
          .withEpochs(40, 40)
          .withRate(Schedule.cosine(0.1, 0.05, 0))
          .withOptimiser(Adam.Settings.defaults());

  @Test
  void defaultsAreTheFields() {
    SupervisedSettings settings = SupervisedSettings.defaults();

    assertThat(settings)
        .isEqualTo(
            new SupervisedSettings(
                64,
                100,
                10,
                0,
                new Schedule.Cosine(0.05, 1e-3, 0),
                new Adam.Settings(0.9, 0.999, 1e-8, 0.01),
                1,
                1));
  }

  @Test
  void aLineIsFound() {
    Line line = Line.straight();
    SupervisedTraining training = training(line, Line.rows(200, 0, 1), Line.rows(50, 0, 2), QUICK);

    Outcome outcome = training.run();

    assertThat(outcome.ending()).isEqualTo(Ending.ALL_EPOCHS);
    assertThat(outcome.epochs()).isEqualTo(40);
    assertThat(outcome.bestLoss()).isLessThan(1e-6);
    assertThat(line.parameters().get("line.weight").values()[0]).isCloseTo(3, within(1e-3f));
    assertThat(line.parameters().get("line.weight").values()[1]).isCloseTo(-2, within(1e-3f));
    assertThat(line.parameters().get("line.bias").values()[0]).isCloseTo(1, within(1e-3f));
  }

  /// A large network learns 16 noisy rows by heart, and gets worse on others from some epoch on.
  @Test
  void stopsWhereValidationFallsNoMoreAndGoesBackToTheBestEpoch() {
    Line line = Line.bent();
    Examples validation = Line.rows(50, 2, 2);
    SupervisedTraining training =
        training(line, Line.rows(16, 2, 1), validation, QUICK.withEpochs(500, 15));
    double least = training.validationLoss();
    int leastAt = 0;
    while (training.outcome().isEmpty()) {
      training.advance();
      if (training.validationLoss() < least) {
        least = training.validationLoss();
        leastAt = training.epochs();
      }
    }

    Outcome outcome = training.outcome().orElseThrow();

    assertThat(outcome.ending()).isEqualTo(Ending.NO_MORE_GAIN);
    assertThat(outcome.bestEpoch()).isEqualTo(leastAt).isPositive();
    assertThat(outcome.bestLoss()).isEqualTo(least);
    assertThat(outcome.epochs()).isEqualTo(leastAt + 15);
    assertThat(training.validationLoss()).isGreaterThan(least);
    assertThat(outcome.account()).startsWith("no gain for 15 epochs; the weights are those of");
    assertThat(training(line, validation, validation, QUICK).validationLoss())
        .isCloseTo(least, within(1e-5 * least));
    int epochs = training.epochs();
    training.advance();
    assertThat(training.epochs()).isEqualTo(epochs);
  }

  @Test
  void aGainMustBeAsLargeAsAskedFor() {
    SupervisedSettings large =
        new SupervisedSettings(
            16, 40, 3, 1e6, QUICK.rate(), QUICK.optimiser(), QUICK.maxGradientNorm(), 1);

    Outcome outcome =
        training(Line.straight(), Line.rows(200, 0, 1), Line.rows(50, 0, 2), large).run();

    assertThat(outcome.epochs()).isEqualTo(3);
    assertThat(outcome.bestEpoch()).isZero();
  }

  @Test
  void whatDivergesSaysSoAndKeepsTheBestWeights() {
    Line line = Line.straight();
    Parameters before = line.parameters().copy();
    SupervisedSettings wild =
        QUICK.withRate(Schedule.constant(1e30)).withOptimiser(Sgd.Settings.defaults());

    Outcome outcome = training(line, Line.rows(64, 0, 1), Line.rows(20, 0, 2), wild).run();

    assertThat(outcome.ending()).isEqualTo(Ending.DIVERGED);
    assertThat(outcome.account())
        .contains("in epoch 1 at step 2 the loss was Infinity")
        .contains("begin again with a lower one")
        .contains("the weights are those of epoch 0");
    assertEqual(line.parameters(), before);
  }

  /// Half of the rows say the opposite, and count nothing.
  @Test
  void rowsCountByTheirWeights() {
    Examples right = Line.rows(100, 0, 1);
    float[] inputs = new float[400];
    float[] targets = new float[200];
    float[] weights = new float[200];
    float[] row = new float[2];
    float[] target = new float[1];
    for (int i = 0; i < 200; i++) {
      right.copy(i / 2, 0, row, target);
      System.arraycopy(row, 0, inputs, 2 * i, 2);
      targets[i] = i % 2 == 0 ? target[0] : -target[0];
      weights[i] = i % 2 == 0 ? 3 : 0;
    }
    Examples mixed = Examples.of(200, inputs, targets).weighted(weights);
    Line line = Line.straight();

    training(line, mixed, Line.rows(50, 0, 2), QUICK).run();

    assertThat(line.parameters().get("line.weight").values()[0]).isCloseTo(3, within(1e-2f));
    Line fresh = Line.straight();
    assertThat(training(fresh, right, mixed, QUICK).validationLoss())
        .isCloseTo(training(fresh, right, right, QUICK).validationLoss(), within(1e-5));
  }

  @Test
  void aLastMinibatchThatIsNotFullCountsItsRowsAlone() {
    Examples ten = Line.rows(10, 1, 1);

    double whole = training(Line.straight(), ten, ten, QUICK.withMinibatch(10)).validationLoss();
    double parts = training(Line.straight(), ten, ten, QUICK.withMinibatch(4)).validationLoss();

    assertThat(parts).isCloseTo(whole, within(1e-6 * whole));
  }

  @Test
  void dropoutIsOnInTrainingAndOffInValidation() {
    Forecaster forecaster = forecaster();
    Examples waves = ForecasterTest.waves(64, 1);

    SupervisedTraining training = training(forecaster, waves, waves, QUICK);
    assertThat(forecaster.dropping().drawn()).isZero();
    training.advance();

    long drawn = forecaster.dropping().drawn();
    assertThat(drawn).isPositive();
    assertThat(forecaster.dropping().isOn()).isFalse();
    training(forecaster, waves, waves, QUICK);
    assertThat(forecaster.dropping().drawn()).isEqualTo(drawn);
  }

  @Test
  void averagedWeightsAreJudgedAndKept() {
    Line line = Line.straight();
    Parameters before = line.parameters().copy();
    SupervisedTraining training =
        training(
            line,
            Line.rows(200, 0, 1),
            Line.rows(50, 0, 2),
            QUICK.withEpochs(5, 5).withAveragePart(1e-12));
    double begun = training.validationLoss();

    training.advance();
    assertThat(line.parameters().get("line.weight").values()[0])
        .isNotCloseTo(before.get("line.weight").values()[0], within(0.1f));
    Outcome outcome = training.run();

    assertThat(outcome.bestLoss()).isCloseTo(begun, within(1e-5));
    assertThat(training.trainingLoss()).isLessThan(begun / 2);
    assertThat(line.parameters().get("line.weight").values()[0])
        .isCloseTo(before.get("line.weight").values()[0], within(1e-5f));
  }

  @Test
  void goesOnFromASavedStateBitForBit() {
    SupervisedSettings settings =
        QUICK
            .withEpochs(6, 6)
            .withAveragePart(0.2)
            .withOptimiser(new RmsProp.Settings(0.9, 1e-6, 0.5, true, 0.01));
    Examples waves = ForecasterTest.waves(80, 1);
    Forecaster whole = forecaster();
    SupervisedTraining first = training(whole, waves, waves.slice(60, 80), settings);
    first.advance();
    first.advance();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(bytes)) {
      first.save(out);
    }
    Forecaster resumed = new Forecaster(KERNELS, whole.design(), 77);
    SupervisedTraining second = training(resumed, waves, waves.slice(60, 80), settings);
    second.load(StateReader.from(new ByteArrayInputStream(bytes.toByteArray())));

    Outcome expected = first.run();
    Outcome outcome = second.run();

    assertThat(outcome).isEqualTo(expected);
    assertEqual(resumed.parameters(), whole.parameters());
    Forecaster again = forecaster();
    training(again, waves, waves.slice(60, 80), settings).run();
    assertEqual(again.parameters(), whole.parameters());
  }

  @Test
  void anEndedTrainingIsSavedWithItsOutcome() {
    Line line = Line.straight();
    Examples rows = Line.rows(20, 1, 1);
    SupervisedTraining ended = training(line, rows, rows, QUICK.withEpochs(2, 2));
    ended.run();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(bytes)) {
      ended.save(out);
    }
    SupervisedTraining other = training(Line.straight(), rows, rows, QUICK.withEpochs(2, 2));

    other.load(StateReader.from(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(other.outcome()).isEqualTo(ended.outcome()).isPresent();
  }

  @Test
  void rowsOfOtherSizesAreRefused() {
    Examples right = Line.rows(5, 0, 1);
    Examples wrong = Examples.of(5, new float[15], new float[5]);

    assertThatThrownBy(() -> training(Line.straight(), wrong, right, QUICK))
        .hasMessage(
            "training rows must have 2 inputs (2) and 1 targets (1) for this model, but had 3 and 1");
    assertThatThrownBy(() -> training(Line.straight(), right, wrong, QUICK))
        .hasMessageStartingWith("validation rows must have 2 inputs");
  }

  @Test
  void settingsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> QUICK.withEpochs(0, 1))
        .hasMessage("a training's epochs must be at least 1, but was 0");
    assertThatThrownBy(() -> QUICK.withEpochs(1, 0)).hasMessageContaining("patience");
    assertThatThrownBy(() -> QUICK.withMinibatch(0)).hasMessageContaining("minibatch");
    assertThatThrownBy(() -> QUICK.withAveragePart(0)).hasMessageContaining("averagePart");
  }

  private static Forecaster forecaster() {
    return new Forecaster(KERNELS, Forecaster.Design.of(8, 1, 2).withNetwork(6, 2, 0.2f), 5);
  }

  private static SupervisedTraining training(
      Model model, Examples training, Examples validation, SupervisedSettings settings) {
    return new SupervisedTraining(KERNELS, model, training, validation, settings, 9);
  }

  private static void assertEqual(Parameters found, Parameters expected) {
    for (Tensor each : expected.list()) {
      assertThat(found.get(each.name()).values()).containsExactly(each.values());
    }
  }
}

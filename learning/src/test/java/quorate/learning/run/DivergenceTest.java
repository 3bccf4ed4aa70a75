package quorate.learning.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;
import quorate.learning.graph.Parameters;
import quorate.learning.learner.Learner;
import quorate.learning.run.RunResult.End;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.world.CartPole;

/// Runs whose numbers stop being numbers.
class DivergenceTest {
  @TempDir Path folder;

  @Test
  void aLossThatIsNoNumberStopsTheRunAndNamesTheLastGoodCheckpoint() {
    SmallRun run = spoilt((learner, into) -> into.figure("value_loss", Double.NaN));

    assertThatThrownBy(run::begin)
        .isInstanceOf(DivergedException.class)
        .hasMessage(
            ("training has diverged after 640 steps: value_loss must be finite, but was NaN. The"
                    + " last good checkpoint, of step 512, is %s; begin again with gentler settings,"
                    + " such as a lower learning rate")
                .formatted(run.folder().checkpoint()));
    RunResult result = run.folder().manifest().result();
    assertThat(result).isNotNull().extracting(RunResult::end).isEqualTo(End.DIVERGED);
    assertThat(run.changed(each -> each).resume().steps())
        .as("the checkpoint is good")
        .isEqualTo(1024);
  }

  @Test
  void aLossBeyondItsBoundStopsTheRun() {
    SmallRun run = spoilt((learner, into) -> into.figure("loss", -2e9));

    assertThatThrownBy(run::begin)
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining("after 640 steps: loss must be within ±1.0E9, but was -2.0E9");
  }

  @Test
  void aWeightThatIsNoNumberStopsTheRun() {
    SmallRun run =
        spoilt((learner, into) ->
            learner.parameters().get("actor.0.weight").values()[3] = Float.POSITIVE_INFINITY);

    assertThatThrownBy(run::begin)
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining(
            "every weight must be finite, but one of \"actor.0.weight\" was Infinity");
  }

  @Test
  void anObservationThatIsNoNumberStopsTheRunInTheStepItComes() {
    SmallRun run = SmallRun.in(folder, SmallRun.settings(1_024)).of(new BreakingWorld());

    assertThatThrownBy(run::begin)
        .isInstanceOf(DivergedException.class)
        .hasMessageContaining(
            "an observation must be finite, but was NaN (CartPole-v1, row 1, number 2)")
        .hasMessageContaining("of step 0, is");
  }

  /// A run whose learner does something after the figures of step 640.
  private SmallRun spoilt(Spoiling spoiling) {
    return SmallRun.in(folder, SmallRun.settings(1_024))
        .changed(learner -> new Spoilt(learner, spoiling));
  }

  private interface Spoiling {
    void spoil(Learner learner, Learner.FigureSink into);
  }

  private record Spoilt(Learner inner, Spoiling spoiling) implements Learner {
    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public long steps() {
      return inner.steps();
    }

    @Override
    public void advance() {
      inner.advance();
    }

    @Override
    public Parameters parameters() {
      return inner.parameters();
    }

    @Override
    public Acting acting(int rows) {
      return inner.acting(rows);
    }

    @Override
    public void figures(FigureSink into) {
      inner.figures(into);
      if (inner.steps() == 640) {
        spoiling.spoil(inner, into);
      }
    }

    @Override
    public void save(StateWriter out) {
      inner.save(out);
    }

    @Override
    public void load(StateReader in) {
      inner.load(in);
    }
  }

  /// CartPole whose angle is lost when the pole leans.
  private static final class BreakingWorld implements World {
    private final World inner = new CartPole();

    @Override
    public String name() {
      return inner.name();
    }

    @Override
    public int timeLimit() {
      return inner.timeLimit();
    }

    @Override
    public Space.Box observationSpace() {
      return inner.observationSpace();
    }

    @Override
    public Space actionSpace() {
      return inner.actionSpace();
    }

    @Override
    public int stateSize() {
      return inner.stateSize();
    }

    @Override
    public void begin(double[] state, int at, RandomGenerator chance) {
      inner.begin(state, at, chance);
    }

    @Override
    public boolean step(
        double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
      return inner.step(state, at, actions, actionsAt, rewards, rewardsAt);
    }

    @Override
    public void observe(double[] state, int at, float[] into, int intoAt) {
      inner.observe(state, at, into, intoAt);
      if (Math.abs(into[intoAt + 2]) > 0.1) {
        into[intoAt + 2] = Float.NaN;
      }
    }
  }
}

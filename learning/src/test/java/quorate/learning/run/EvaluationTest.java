package quorate.learning.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.graph.Parameters;
import quorate.learning.learner.Learner;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.world.CartPole;

class EvaluationTest {
  private static final int ROWS = 4;

  /// Pushing always to the right lets every pole fall, each after a time of its own.
  @Test
  void tellsThePolicyWhereEachEpisodeBegins() {
    Right right = new Right();

    Evaluation.of(right, Simulation.of(new CartPole(), ROWS), 3);

    assertThat(right.begun).isNotEmpty().isEqualTo(endsOfAllRows(right.acted));
  }

  /// What another environment with the same beginnings does under the same actions.
  private static List<String> endsOfAllRows(int steps) {
    VectorEnvironment environment = Simulation.of(new CartPole(), ROWS);
    environment.reset(3);
    List<String> ends = new ArrayList<>();
    for (int step = 1; step <= steps; step++) {
      environment.step(new float[] {1, 1, 1, 1});
      for (int row = 0; row < ROWS; row++) {
        if (environment.dones()[row] != VectorEnvironment.RUNNING) {
          ends.add("row %d after step %d".formatted(row, step));
        }
      }
    }
    return ends;
  }

  /// Pushes to the right and writes down what it is told.
  private static final class Right implements Learner {
    private final List<String> begun = new ArrayList<>();
    private int acted;

    @Override
    public Acting acting(int rows) {
      return new Acting() {
        @Override
        public void begin(int row) {
          begun.add("row %d after step %d".formatted(row, acted));
        }

        @Override
        public void act(float[] observations, float[] actions) {
          Arrays.fill(actions, 1f);
          acted++;
        }
      };
    }

    @Override
    public String name() {
      return "right";
    }

    @Override
    public long steps() {
      return 0;
    }

    @Override
    public void advance() {}

    @Override
    public Parameters parameters() {
      return new Parameters();
    }

    @Override
    public void figures(FigureSink into) {}

    @Override
    public void save(StateWriter out) {}

    @Override
    public void load(StateReader in) {}
  }
}

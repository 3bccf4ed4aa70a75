package quorate.learning.ppo;

import java.util.List;
import quorate.learning.graph.Tensor;
import quorate.learning.policy.RecurrentActorCritic;

/// A rollout cut into sequences of one length: for each the state that the networks were in before
/// it, and at which of its steps an episode began.
///
/// Sequence `part × rows + row` has the steps from `part × length` of that row. Arrays are
/// allocated once.
final class Sequences {
  private static final int STATES = 4;

  private final int rows;
  private final int length;
  private final int memory;
  private final int count;
  private final float[] starts;
  private final float[][] states;

  /// @param length steps of a sequence; divides the rollout's
  Sequences(int steps, int rows, int length, int memory) {
    this.rows = rows;
    this.length = length;
    this.memory = memory;
    count = steps / length * rows;
    starts = new float[steps * rows];
    states = new float[STATES][count * memory];
  }

  int count() {
    return count;
  }

  /// Notes what is remembered before a step of all rows.
  void note(int step, RecurrentActorCritic.Acting acting) {
    System.arraycopy(acting.starts(), 0, starts, step * rows, rows);
    if (step % length == 0) {
      List<Tensor> all = acting.state().all();
      for (int i = 0; i < STATES; i++) {
        float[] now = all.get(i).values();
        System.arraycopy(now, 0, states[i], step / length * now.length, now.length);
      }
    }
  }

  /// Where the steps of a sequence lie in the rollout.
  ///
  /// @param places takes them from `at` on
  void places(int sequence, int[] places, int at) {
    int first = sequence / rows * length;
    int row = sequence % rows;
    for (int k = 0; k < length; k++) {
      places[at + k] = (first + k) * rows + row;
    }
  }

  /// Copies the states before some sequences, one after the other, where a graph reads them.
  ///
  /// @param from first of `chosen`
  void copyStates(int[] chosen, int from, RecurrentActorCritic.State into) {
    for (int i = 0; i < STATES; i++) {
      float[] values = into.all().get(i).values();
      for (int k = 0; k < values.length / memory; k++) {
        System.arraycopy(states[i], chosen[from + k] * memory, values, k * memory, memory);
      }
    }
  }

  /// Copies whether episodes began at these places of the rollout.
  void copyStarts(int[] places, float[] into) {
    for (int i = 0; i < places.length; i++) {
      into[i] = starts[places[i]];
    }
  }
}

package quorate.learning.learner;

import java.util.List;
import quorate.learning.graph.Parameters;
import quorate.learning.state.Stateful;
import quorate.learning.weights.NamedTensor;

/// An algorithm under way: it plays in its environment and learns, by turns.
///
/// Its state is everything: weights, the optimiser's moments, the generator, what it remembers and
/// the environment, so that a resumed run goes on bit for bit. Between two calls of [#advance] it
/// may be saved. Not for use by two threads.
public interface Learner extends Stateful {
  /// The algorithm, such as `PPO`.
  String name();

  /// Steps of all copies of the environment so far.
  long steps();

  /// One round: some steps, and what is learned from them.
  void advance();

  /// Everything that is trained.
  Parameters parameters();

  /// What a trained policy needs besides its weights and that no gradient trains, such as the
  /// moments by which it normalises what it sees: part of a model's file.
  default List<NamedTensor> besidesWeights() {
    return List.of();
  }

  /// What it has learned, acting for so many rows at a time on what the world shows.
  Acting acting(int rows);

  /// Tells its newest figures, such as `entropy`. Those called `loss` or ending in `_loss` must be
  /// finite, or else the training has diverged: none is told before something was learned.
  void figures(FigureSink into);

  /// Acts without chance; has buffers of its own, so one thread's. It may remember what it saw, but
  /// nothing from before an episode began.
  @FunctionalInterface
  interface Acting {
    /// Says that the next observation of a row is the first of an episode. It need not be said
    /// before the first call of [#act].
    ///
    /// @param row from 0
    default void begin(int row) {}

    /// @param observations `[rows][observation]`
    /// @param actions takes `[rows][action]`
    void act(float[] observations, float[] actions);
  }

  /// Takes figures by name.
  @FunctionalInterface
  interface FigureSink {
    void figure(String name, double value);
  }
}

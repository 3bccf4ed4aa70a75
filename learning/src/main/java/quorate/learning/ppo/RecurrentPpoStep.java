package quorate.learning.ppo;

import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.policy.RecurrentActorCritic;
import quorate.learning.rollout.Rollout;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// One step of [PpoStep] on whole sequences: gradients flow back through the memory of each to its
/// first step, or to where an episode began in it.
final class RecurrentPpoStep implements Stateful {
  private final int length;
  private final int[] places;
  private final Tensor starts;
  private final RecurrentActorCritic.State before;
  private final PpoStep step;

  RecurrentPpoStep(Kernels kernels, RecurrentActorCritic policy, RecurrentPpoSettings settings) {
    length = settings.sequence();
    places = new int[settings.updates().minibatch()];
    int rows = places.length / length;
    GraphBuilder g = new GraphBuilder(kernels);
    Tensor observations = g.input("observations", rows, length, policy.observationSize());
    starts = g.input("starts", rows, length);
    before = policy.stateInputs(g, rows);
    RecurrentActorCritic.Said said = policy.over(g, observations, starts, before);
    step =
        new PpoStep(
            kernels,
            settings.objective(),
            settings.safeguards(),
            policy.parameters(),
            policy.distribution(),
            new PpoStep.Said(g, observations, said.prepared(), said.values()));
  }

  /// Sequences in a minibatch.
  int rows() {
    return places.length / length;
  }

  /// Learns from a minibatch.
  ///
  /// @param chosen sequences; those from `from` on are taken
  /// @return whether the step was taken, as [PpoStep#learn]
  boolean learn(
      Rollout rollout, Sequences sequences, int[] chosen, int from, double rate, double clip) {
    for (int row = 0; row < rows(); row++) {
      sequences.places(chosen[from + row], places, row * length);
    }
    sequences.copyStarts(places, starts.values());
    sequences.copyStates(chosen, from, before);
    return step.learn(rollout, places, 0, rate, clip);
  }

  float loss() {
    return step.loss();
  }

  double divergence() {
    return step.divergence();
  }

  @Override
  public void save(StateWriter out) {
    step.save(out);
  }

  @Override
  public void load(StateReader in) {
    step.load(in);
  }
}

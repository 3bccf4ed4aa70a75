package quorate.learning.ppo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import quorate.learning.environment.NormalisedObservations;
import quorate.learning.environment.NormalisedRewards;
import quorate.learning.environment.RunningMoments;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.weights.NamedTensor;

/// A world as the networks see it: as it is, or with observations and rewards normalised by what
/// has passed. The moments of observations are the learner's: they are saved with it, stay as they
/// are while its policy is tried, and are part of its model.
///
/// @param environment that is played
/// @param observations what normalises them; none where they are shown as they are
record Normalised(VectorEnvironment environment, @Nullable NormalisedObservations observations) {

  /// @param discount γ of the returns that rewards are divided by the deviation of
  static Normalised of(
      VectorEnvironment world, boolean observations, boolean rewards, double discount) {
    NormalisedObservations seen = observations ? NormalisedObservations.learning(world) : null;
    VectorEnvironment environment = seen == null ? world : seen;
    return new Normalised(
        rewards ? new NormalisedRewards(environment, discount) : environment, seen);
  }

  /// What the networks are shown of observations of the world: those themselves, or `buffer`
  /// filled.
  float[] seen(float[] fromTheWorld, float[] buffer) {
    if (observations == null) {
      return fromTheWorld;
    }
    observations.normalise(fromTheWorld, buffer);
    return buffer;
  }

  /// @throws IllegalStateException when observations are not normalised
  RunningMoments moments() {
    if (observations == null) {
      throw new IllegalStateException("observations are not normalised, so there are no moments");
    }
    return observations.moments();
  }

  /// The moments as the model has them.
  List<NamedTensor> tensors() {
    return observations == null ? List.of() : observations.tensors();
  }
}

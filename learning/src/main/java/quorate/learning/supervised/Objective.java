package quorate.learning.supervised;

import java.util.List;
import quorate.learning.graph.Tensor;

/// What a model wants to be small, for a batch.
///
/// @param losses `[rows]`
/// @param noise inputs that are filled with standard normal numbers before each run
/// @param dials numbers that change over a training
public record Objective(Tensor losses, List<Tensor> noise, List<Dial> dials) {
  public Objective {
    noise = List.copyOf(noise);
    dials = List.copyOf(dials);
  }

  /// Without noise and dials.
  public static Objective of(Tensor losses) {
    return new Objective(losses, List.of(), List.of());
  }
}

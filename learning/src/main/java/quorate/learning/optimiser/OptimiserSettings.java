package quorate.learning.optimiser;

import java.util.List;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// Which optimiser, and what does not change from step to step in it.
public sealed interface OptimiserSettings permits Adam.Settings, Sgd.Settings, RmsProp.Settings {
  /// One that has taken no step yet.
  ///
  /// @param parameters all of them, declared before
  Optimiser begin(Kernels kernels, Parameters parameters);

  /// A 0 for each number of each parameter.
  static float[][] likeParameters(List<Tensor> parameters) {
    return parameters.stream().map(each -> new float[each.values().length]).toArray(float[][]::new);
  }
}

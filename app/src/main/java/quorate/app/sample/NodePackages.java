package quorate.app.sample;

import java.nio.file.Path;

/// Fetches packages of the Node world.
interface NodePackages {
  /// Fetches one package as its gzipped tar.
  ///
  /// @param specification name and version, such as `vega-datasets@3.2.1`
  /// @param folder where to put it
  /// @throws SampleException when it cannot be had
  Path fetch(String specification, Path folder);
}

package quorate.learning.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads what the scripts in `src/test/fixtures` wrote.
final class Fixtures {
  private Fixtures() {}

  static JsonNode trajectories(String file) {
    try (InputStream in = Fixtures.class.getResourceAsStream(file + ".json")) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(in, file)).get("trajectories");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

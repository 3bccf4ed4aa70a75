package quorate.learning.replay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// Carries a state from one object to another as bytes.
final class Carried {
  private Carried() {}

  static <T extends Stateful> T into(T target, Stateful source) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (StateWriter out = StateWriter.to(bytes)) {
      source.save(out);
    }
    target.load(StateReader.from(new ByteArrayInputStream(bytes.toByteArray())));
    return target;
  }
}

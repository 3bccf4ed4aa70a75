package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A workbench on which agents are trained for some hundred steps.
final class TrainingBench {
  private static final String[] SMALL = {
    "--set", "copies=2", "--set", "steps=64", "--set", "minibatch=32", "--set", "epochs=2",
    "--set", "hidden=16", "--steps", "512", "--evaluate-every", "256", "--episodes", "3"
  };

  private final Workbench bench;

  TrainingBench(Path folder) throws IOException {
    bench = new Workbench(folder);
  }

  CommandLineSession run(String... arguments) {
    return bench.run(arguments);
  }

  /// `train` with a small algorithm of the clipped objective, for 512 steps.
  CommandLineSession small(String... arguments) {
    List<String> all = new ArrayList<>(List.of("train"));
    all.addAll(List.of(arguments));
    all.addAll(List.of(SMALL));
    return bench.run(all.toArray(String[]::new));
  }

  /// What [#small] tells a machine.
  JsonNode told(String world, String... arguments) {
    List<String> all = new ArrayList<>(List.of(world, "--json"));
    all.addAll(List.of(arguments));
    CommandLineSession session = small(all.toArray(String[]::new));
    assertThat(session.err()).isEmpty();
    return JsonMapper.shared().readTree(session.out());
  }

  /// That a session was refused in one line and has left no run.
  void assertWrongUse(CommandLineSession session, String why) {
    assertThat(session.err()).contains(why).hasLineCount(1);
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.out()).isEmpty();
    assertThat(bench.runs()).isEmpty();
  }

  Path at(String name) {
    return bench.at(name);
  }

  List<Path> runs() {
    return bench.runs();
  }
}

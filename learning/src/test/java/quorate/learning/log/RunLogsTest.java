package quorate.learning.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunLogsTest {
  /// Notes what it was told, and throws when it has a reason to.
  private record Heard(String name, List<String> what, boolean throwing) implements RunLog {
    @Override
    public void scalar(String scalar, long step, double value) {
      hear("%s %d %s".formatted(scalar, step, value));
    }

    @Override
    public void parameters(Map<String, String> parameters) {
      hear(parameters.toString());
    }

    @Override
    public void flush() {
      hear("flush");
    }

    @Override
    public void fail() {
      hear("fail");
    }

    @Override
    public void close() {
      hear("close");
    }

    private void hear(String said) {
      what.add(name + ": " + said);
      if (throwing) {
        throw new IllegalStateException(name);
      }
    }
  }

  @Test
  void everyLogHearsEverythingInOrder() {
    List<String> heard = new ArrayList<>();
    try (RunLog all =
        RunLogs.all(List.of(new Heard("a", heard, false), new Heard("b", heard, false)))) {
      all.parameters(Map.of("p", "q"));
      all.scalar("x", 1, 0.5);
      all.flush();
      all.fail();
    }

    assertThat(heard)
        .containsExactly(
            "a: {p=q}",
            "b: {p=q}",
            "a: x 1 0.5",
            "b: x 1 0.5",
            "a: flush",
            "b: flush",
            "a: fail",
            "b: fail",
            "a: close",
            "b: close");
  }

  @Test
  void oneThatFailsDoesNotSilenceTheOthers() {
    List<String> heard = new ArrayList<>();
    RunLog all =
        RunLogs.all(
            List.of(
                new Heard("a", heard, true),
                new Heard("b", heard, true),
                new Heard("c", heard, false)));

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(all::close)
        .withMessage("a")
        .satisfies(e ->
            assertThat(e.getSuppressed())
                .singleElement()
                .hasToString("java.lang.IllegalStateException: b"));
    assertThat(heard).containsExactly("a: close", "b: close", "c: close");
  }
}

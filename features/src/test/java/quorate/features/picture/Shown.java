package quorate.features.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import quorate.domain.property.SharedData;
import quorate.features.indicator.BarView;

/// What the tests of pictures share: the stretch that is shown, and that it is shown.
final class Shown {
  private static final Path PICTURES = SharedData.projectRoot().resolve("docs/pictures");
  private static final int LARGEST = 60_000;

  private Shown() {}

  /// Place of the first bar that does not start before a time.
  static int at(List<BarView> bars, String time) {
    long ns = Instant.parse(time).toEpochMilli() * 1_000_000;
    int at = 0;
    while (bars.get(at).startNs() < ns) {
      at++;
    }
    return at;
  }

  static double[][] part(double[][] outputs, int from, int to) {
    return Arrays.stream(outputs)
        .map(output -> Arrays.copyOfRange(output, from, to))
        .toArray(double[][]::new);
  }

  /// Holds a picture of the documentation to the code; with `-Dquorate.rewrite` it is written.
  static void assertShown(String name, String svg) throws IOException {
    Path file = PICTURES.resolve(name + ".svg");
    if (Boolean.getBoolean("quorate.rewrite")) {
      Files.writeString(file, svg);
    }

    assertThat(svg.length()).isLessThan(LARGEST);
    assertThat(file)
        .as("the picture is behind the code; run this test with -Dquorate.rewrite=true")
        .hasContent(svg);
  }
}

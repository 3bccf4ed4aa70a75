package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import quorate.domain.property.SharedData;

class MetricTest {
  private static final String BEGIN = "<!-- metrics: begin -->\n";
  private static final String END = "<!-- metrics: end -->\n";

  @Test
  void isDocumentedWordForWord() throws IOException {
    String page = Files.readString(SharedData.projectRoot().resolve("docs/performance.md"));

    String documented = page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END));

    assertThat(documented)
        .as("docs/performance.md between its markers is made from Metric; paste what is expected")
        .isEqualTo(markdown());
  }

  @Test
  void definesEveryPartOfEveryFigure() {
    for (Metric metric : Metric.values()) {
      MetricDefinition definition = metric.definition();

      assertThat(definition.name()).isNotBlank();
      assertThat(definition.meaning()).endsWith(".");
      assertThat(definition.formula()).isNotBlank();
      assertThat(definition.annualisation()).isNotBlank();
      assertThat(definition.source()).isNotBlank();
    }
    assertThat(Arrays.stream(Metric.values()).map(m -> m.definition().name()))
        .doesNotHaveDuplicates();
  }

  private static String markdown() {
    return Arrays.stream(Metric.Group.values())
            .map(group ->
                "\n## %s\n".formatted(group.title())
                    + Arrays.stream(Metric.values())
                        .filter(metric -> metric.group() == group)
                        .map(metric -> section(metric.definition()))
                        .collect(Collectors.joining()))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String section(MetricDefinition definition) {
    return """

    ### %s
    %s

    * Formula: `%s`
    * Unit: %s
    * Annualisation: %s
    * Source: %s
    """
        .formatted(
            definition.name(),
            definition.meaning(),
            definition.formula(),
            definition.unit().label(),
            definition.annualisation(),
            definition.source());
  }
}

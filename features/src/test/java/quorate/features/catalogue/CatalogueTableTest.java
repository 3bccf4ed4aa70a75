package quorate.features.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorate.domain.property.SharedData;

/// Pins every name, default, range, output and warm-up: a changed one is a visible difference in
/// the pages that users read. With `-Dquorate.rewrite` the pages are written instead.
class CatalogueTableTest {
  private static final Path DOCS = SharedData.projectRoot().resolve("docs");

  @ParameterizedTest
  @EnumSource(IndicatorGroup.class)
  void isWhatThePageOfItsGroupShows(IndicatorGroup group) throws IOException {
    Path page = DOCS.resolve("features").resolve(group.text() + ".md");
    String text = "# %s\n\n%s".formatted(group.title(), CatalogueTable.of(group));
    if (Boolean.getBoolean("quorate.rewrite")) {
      Files.writeString(page, text);
    }

    assertThat(page)
        .as("the page is behind the code; run this test with -Dquorate.rewrite=true")
        .hasContent(text);
  }

  @Test
  void saysOfFunctionsAndFieldsWhatTheDocumentationShows() throws IOException {
    assertThat(Files.readString(DOCS.resolve("features.md")))
        .contains(CatalogueTable.ofFunctionsAndFields());
  }

  @Test
  void hasEveryPageInTheDocumentation() throws IOException {
    String page = Files.readString(DOCS.resolve("features.md"));

    for (IndicatorGroup group : IndicatorGroup.values()) {
      assertThat(page).contains("[%s](features/%s.md)".formatted(group.title(), group.text()));
    }
  }
}

package quorate.features.macro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import quorate.domain.property.SharedData;

class MacroCatalogueTest {
  @Test
  void thePageOfMacroFeaturesHasEveryOneWithItsFormulaAndUnit() throws IOException {
    String page = Files.readString(SharedData.projectRoot().resolve("docs/features/macro.md"));

    assertThat(MacroCatalogue.entries()).allSatisfy(entry -> assertThat(page).contains(row(entry)));
  }

  @Test
  void namesAreWrittenOnce() {
    assertThat(MacroCatalogue.names()).doesNotHaveDuplicates();
    assertThat(MacroCatalogue.find("term_spread").orElseThrow().formula())
        .isEqualTo("minus(dgs10, dgs2)");
    assertThat(MacroCatalogue.find("term")).isEmpty();
  }

  private static String row(MacroEntry entry) {
    return "| `%s` | %s | `%s` | %s | %s |"
        .formatted(entry.name(), entry.title(), entry.formula(), entry.unit(), entry.source());
  }
}

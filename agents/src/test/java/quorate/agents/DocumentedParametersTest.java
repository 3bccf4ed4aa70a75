package quorate.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.agents.council.CouncilRules;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.domain.property.SharedData;
import quorate.domain.settings.Settings;

/// Holds `docs/agents.md` to its word: its tables name the keys there are, with their defaults.
class DocumentedParametersTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `(\\w+)` \\| ([^|]+) \\|", Pattern.MULTILINE);
  private static final Timeframe FIVE_MINUTES = Timeframe.ofMinutes(5);

  @TempDir Path strategies;

  @Test
  void ofTrend() throws IOException {
    assertThat(view("trend", table("parameters of trend"))).isEqualTo(view("trend", Map.of()));
    assertThat(table("parameters of trend")).hasSize(6);
  }

  @Test
  void ofReversion() throws IOException {
    assertThat(view("reversion", table("parameters of reversion")))
        .isEqualTo(view("reversion", Map.of()));
    assertThat(table("parameters of reversion")).hasSize(7);
  }

  @Test
  void ofTheCouncil() throws IOException {
    Settings written = Settings.of(table("rules of the council"));

    assertThat(CouncilRules.from(written)).isEqualTo(CouncilRules.defaults());
    written.rejectUnknown();
    assertThat(written.keys()).hasSize(CouncilRules.class.getRecordComponents().length);
  }

  /// Creating it refuses a key that it does not know.
  private View view(String agent, Map<String, String> parameters) {
    return AgentCatalogue.of(strategies)
        .find(agent)
        .create(AgentParameters.of(FIVE_MINUTES, parameters))
        .view();
  }

  private static Map<String, String> table(String mark) throws IOException {
    String page = Files.readString(SharedData.projectRoot().resolve("docs/agents.md"));
    String table = page.substring(page.indexOf("<!-- " + mark + " -->")).split("\n\n", 2)[0];
    Map<String, String> defaults = new LinkedHashMap<>();
    Matcher row = ROW.matcher(table);
    while (row.find()) {
      defaults.put(row.group(1), row.group(2).strip());
    }
    return defaults;
  }
}

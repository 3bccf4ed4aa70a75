package quorate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LakeSettingsTest {
  @Test
  void hasTheseDefaults() {
    LakeSettings defaults = LakeSettings.defaults();

    assertThat(defaults)
        .isEqualTo(
            new LakeSettings(
                Path.of("data/lake"), Path.of("data/tape"), 512, 1, Duration.ofSeconds(10)));
  }

  @Test
  void movesWithItsDataFolder() {
    LakeSettings moved = LakeSettings.defaults().in(Path.of("elsewhere"));

    assertThat(moved.root()).isEqualTo(Path.of("elsewhere/lake"));
    assertThat(moved.tapes()).isEqualTo(Path.of("elsewhere/tape"));
  }
}

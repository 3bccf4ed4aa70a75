package quorate.market.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class QuarantineFileTest {
  @Test
  void writesEachRowWithItsPlaceAndReason() {
    StringWriter out = new StringWriter();
    try (QuarantineFile file = new QuarantineFile(out)) {
      file.add("a.zip", "b.csv", 12, Reason.ZERO, "price must be positive, but is 0", "1,0,\"x\"");
    }

    assertThat(out.toString().lines())
        .containsExactly(
            "file,entry,line,reason,detail,text",
            "a.zip,b.csv,12,zero,\"price must be positive, but is 0\",\"1,0,\"\"x\"\"\"");
  }

  @Test
  void writesNothingForACleanSource() {
    StringWriter out = new StringWriter();

    new QuarantineFile(out).close();

    assertThat(out.toString()).isEmpty();
  }
}

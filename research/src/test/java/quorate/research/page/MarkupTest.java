package quorate.research.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MarkupTest {
  @Test
  void escapesTextAndAttributes() {
    String page = new Markup().element("p", "<b>&\"'", "title", "a\"><i>").page();

    assertThat(page)
        .isEqualTo(
            "<!DOCTYPE html>\n<p title=\"a&quot;&gt;&lt;i&gt;\">&lt;b&gt;&amp;&quot;&#39;</p>\n");
  }

  @Test
  void replacesWhatNoPageMayHold() {
    // A control character, half a surrogate pair, and a whole pair that stays.
    String page = new Markup().element("p", "a\u0000b\uD800c😀\td").page();

    assertThat(page).contains("<p>a\uFFFDb\uFFFDc😀 d</p>");
  }

  @Test
  void keepsDataFromEndingItsElement() {
    String page = new Markup().data("n", "\"</script>&\"").page();

    assertThat(page).contains("\"\\u003c/script\\u003e\\u0026\"</script>");
  }

  @Test
  void refusesCodeThatCouldEndItsElement() {
    Markup page = new Markup();

    assertThatThrownBy(() -> page.code("script", "let a = \"</script>\""))
        .hasMessage("code must not contain \"]]>\" or \"</\"");
  }

  @Test
  void refusesAPageWithAnOpenElement() {
    Markup page = new Markup().open("div");

    assertThatThrownBy(page::page).hasMessage("every element must be closed, but <div> is not");
    assertThatThrownBy(() -> page.close().close()).hasMessageContaining("but none is");
    assertThatThrownBy(() -> page.open("p", "class"))
        .hasMessage("attributes must be names and values in turn, but were 1 (element <p>)");
  }
}

package quorate.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

  @Test
  void breaksLinesAtSpaces() {
    assertThat(Words.wrapped("one two three", 7)).containsExactly("one two", "three");
    assertThat(Words.wrapped("one two three", 13)).containsExactly("one two three");
  }

  @Test
  void keepsAWordThatIsLongerThanALine() {
    assertThat(Words.wrapped("a extraordinarily b", 5))
        .containsExactly("a", "extraordinarily", "b");
  }
}

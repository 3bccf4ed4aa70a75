package quorate.app;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class StartUpTest {
  @Test
  void goesTheWholeWalkThatTheCacheIsTrainedOn() {
    assertThatCode(() -> StartUp.main(new String[0])).doesNotThrowAnyException();
  }
}

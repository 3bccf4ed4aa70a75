package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuorateTest {
  @Test
  void settingsThatAreNotThereAreWrongUse() {
    CommandLineSession session =
        CommandLineSession.of("backtest", "any", "--settings", "no-such-file.yaml");

    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err()).contains("settings file must exist").hasLineCount(1);
  }

  static List<String> verbs() {
    return Quorate.whole().getSubcommands().keySet().stream().sorted().toList();
  }

  @Test
  void helpListsEveryVerbAndTheExitCodes() {
    CommandLineSession help = CommandLineSession.of("--help");

    assertThat(help.exitCode()).isZero();
    assertThat(verbs()).allSatisfy(verb -> assertThat(help.out()).contains("  " + verb + " "));
    assertThat(help.out()).contains("3     finished, with findings").contains("130");
    assertThat(help.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbExplainsItselfWithAnExample(String verb) {
    CommandLineSession help = CommandLineSession.of(verb, "--help");

    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Example").contains("./quorate " + verb);
  }

  @Test
  void noVerbIsWrongUseAndShowsTheVerbs() {
    CommandLineSession nothing = CommandLineSession.of();

    assertThat(nothing.exitCode()).isEqualTo(2);
    assertThat(nothing.err()).contains("Usage: quorate");
    assertThat(nothing.out()).isEmpty();
  }

  @Test
  void anUnknownVerbIsRefusedWithTheNearestOne() {
    CommandLineSession wrong = CommandLineSession.of("completoin");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo(
            "quorate: quorate must be followed by one of demo, ingest, features, backtest, report, replay, train,"
                + " record, new, bench, doctor, test, completion, but was by \"completoin\"; did you mean"
                + " \"completion\"? (see ./quorate --help)\n");
  }

  @Test
  void anUnknownOptionIsRefusedWithTheNearestOne() {
    CommandLineSession wrong = CommandLineSession.of("test", "--ful");

    assertThat(wrong.exitCode()).isEqualTo(2);
    assertThat(wrong.err()).contains("did you mean \"--full\"?").contains("./quorate test --help");
  }

  @Test
  void completionKnowsEveryVerb() {
    CommandLineSession script = CommandLineSession.of("completion");

    assertThat(script.exitCode()).isZero();
    assertThat(script.out()).contains("complete -F");
    assertThat(verbs()).allSatisfy(verb -> assertThat(script.out()).contains(verb));
  }
}

package quorate.app.rooms;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HouseRulesTest {
  private static final JavaClasses INSIDE =
      House.CLASSES.that(
          com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
              "quorate.app.."));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "util", "utils", "common", "core", "impl", "helper", "helpers", "dto", "misc", "base"
      })
  void packagesAreNamedForASubject(String kind) {
    noClasses()
        .should()
        .resideInAnyPackage("quorate.." + kind, "quorate.." + kind + "..")
        .check(House.CLASSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Manager", "Helper", "Helpers", "Util", "Utils", "Impl"})
  void classesAreNamedForWhatTheyAre(String ending) {
    noClasses().should().haveSimpleNameEndingWith(ending).check(House.CLASSES);
  }

  @Test
  void springIsNowhere() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework..")
        .check(House.CLASSES);
  }

  @Test
  void onlyTheCommandPrints() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(INSIDE);
  }

  @Test
  void timeComesInThroughTheDoor() {
    noClasses()
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .check(INSIDE);
  }

  @Test
  void chanceComesInThroughTheDoor() {
    noClasses()
        .should()
        .callMethod(Math.class, "random")
        .orShould()
        .callConstructor(Random.class)
        .orShould()
        .callMethod(ThreadLocalRandom.class, "current")
        .check(INSIDE);
  }
}

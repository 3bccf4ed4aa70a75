package quorate.app.rooms;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.property.SharedData;

class RoomsTest {
  /// Which rooms a room may know, in the order of the walk.
  static final Map<String, List<String>> KNOWS =
      Map.ofEntries(
          Map.entry("domain", List.of()),
          Map.entry("learning", List.of("domain")),
          Map.entry("learning-onnx", List.of("learning")),
          Map.entry("market", List.of("domain")),
          Map.entry("features", List.of("domain")),
          Map.entry("lake", List.of("domain", "market", "features")),
          Map.entry("language", List.of("domain", "learning")),
          Map.entry("agents", List.of("domain")),
          Map.entry("trading", List.of("domain")),
          Map.entry("engine", List.of("domain", "market", "features", "agents", "trading")),
          Map.entry(
              "research",
              List.of("domain", "market", "features", "lake", "agents", "trading", "engine")),
          Map.entry(
              "app",
              List.of(
                  "domain",
                  "market",
                  "features",
                  "lake",
                  "language",
                  "learning",
                  "agents",
                  "trading",
                  "engine",
                  "research")));

  /// A room of two words has the package of the last.
  private static String packageOf(String room) {
    return "quorate." + room.substring(room.lastIndexOf('-') + 1) + "..";
  }

  static List<String> rooms() {
    return KNOWS.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomKnowsOnlyTheRoomsBeforeIt(String room) {
    List<String> strangers = new ArrayList<>(rooms());
    strangers.removeAll(KNOWS.getOrDefault(room, List.of()));
    strangers.remove(room);

    noClasses()
        .that()
        .resideInAPackage(packageOf(room))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(strangers.stream().map(RoomsTest::packageOf).toArray(String[]::new))
        .allowEmptyShould(strangers.isEmpty())
        .check(House.CLASSES);
  }

  @Test
  void everyModuleOfTheBuildIsARoomOfThisMap() throws IOException {
    String pom = Files.readString(SharedData.projectRoot().resolve("pom.xml"));

    List<String> modules = new ArrayList<>();
    Matcher module = Pattern.compile("<module>([^<]+)</module>").matcher(pom);
    while (module.find()) {
      modules.add(module.group(1));
    }

    assertThat(modules).containsExactlyInAnyOrderElementsOf(KNOWS.keySet());
  }

  @Test
  void domainKnowsTheJdkAlone() {
    classes()
        .that()
        .resideInAPackage("quorate.domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("quorate.domain..", "java..", "org.jspecify.annotations")
        .check(House.CLASSES);
  }

  @Test
  void learningKnowsNothingOfFinance() {
    noClasses()
        .that()
        .resideInAPackage("quorate.learning..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("quorate.domain..")
                .and(resideOutsideOfPackage("quorate.domain.chance..")))
        .check(House.CLASSES);
  }

  @Test
  void noRoomsGoInCircles() {
    slices().matching("quorate.(*)..").should().beFreeOfCycles().check(House.CLASSES);
  }

  @Test
  void noPackagesGoInCircles() {
    slices().matching("quorate.(**)").should().beFreeOfCycles().check(House.CLASSES);
  }

  @Test
  void everyRoomIntroducesItself() {
    Path project = SharedData.projectRoot();

    assertThat(rooms())
        .allSatisfy(room -> assertThat(project.resolve(room + "/README.md")).isNotEmptyFile());
  }
}

package quorate.lake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import quorate.lake.store.Json;

/// The note beside a received file: who gave it, when, from where and for what.
final class Receipt {
  private Receipt() {}

  static byte[] of(Path file, Map<String, String> lineage, long bytes, String who, Instant at) {
    Map<String, Object> receipt = new LinkedHashMap<>();
    receipt.put("who", who);
    receipt.put("at", at.toString());
    receipt.put("request", file.toString());
    receipt.putAll(lineage);
    receipt.put("bytes", bytes);
    return Json.write(receipt).getBytes(StandardCharsets.UTF_8);
  }
}

package jp.tsunagu.portal.rebuild;

import java.util.List;

/** The copies of the directory that services keep. */
public interface Directories {
  /** In their order. */
  List<String> services();

  /** Has a service put its copy right. Throws while it cannot be asked. */
  Count mend(String service);

  record Count(int done, int differences) {}
}

package jp.tsunagu.local;

/** What the person at the keyboard sees when everything is ready. */
final class Welcome {
  private Welcome() {}

  static String text(LocalSettings settings, long millis) {
    return """

        つなぐ Tsunagu is ready after %.1f s.

          The desk      %2$s/
          API           %2$s/api   (described at %2$s/api/openapi)
          Health        %2$s/actuator/health
          Data          %3$s

          Log in as     org05-1 (caseworker at YELL) · org15-1 (caseworker at 抱樸) · org05-m (manager) · secretariat · admin
                        every organisation org01 … org15 and city has -1, -2 and -m; the password is demo
          A machine     curl -u org05:demo -d grant_type=client_credentials %2$s/oauth2/token

        These log-ins and all people in the demo data are fictional and exist only here. Ctrl-C stops.
        """.formatted(millis / 1000.0, settings.door(), settings.home());
  }
}

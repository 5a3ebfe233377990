package jp.tsunagu.intake.wiring;

import org.springframework.boot.context.properties.ConfigurationProperties;

import jp.tsunagu.intake.guesses.Guesses;

/** {@code tsunagu.intake.likely-same} @param attempts how often one may ask whether somebody is known */
@ConfigurationProperties("tsunagu.intake.likely-same")
record LikelySameSettings(Guesses.Limits attempts) {}

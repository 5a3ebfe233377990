/** The system as docker-compose.yml starts it, asked from outside; only where {@code mvn verify -Pcontainers} asks for it. */
@NullMarked
package jp.tsunagu.systemtests.compose;

import org.jspecify.annotations.NullMarked;

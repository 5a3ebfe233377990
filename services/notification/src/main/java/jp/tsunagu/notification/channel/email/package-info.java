/** E-mail by SMTP: two sentences in Japanese and English and a link to the desk, and nothing about a person. */
@NullMarked
package jp.tsunagu.notification.channel.email;

import org.jspecify.annotations.NullMarked;

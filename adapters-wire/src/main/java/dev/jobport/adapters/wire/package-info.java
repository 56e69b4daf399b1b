/** AWS JSON 1.1, the protocol of job workers. It takes what was sent and gives an answer; it knows no web server. */
package dev.jobport.adapters.wire;

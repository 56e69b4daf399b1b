/** What the two APIs share of the web server: its requests become records, and answers go straight to it. */
package dev.jobport.adapters.http.javalin;

# Heartland in R: asks the command line and gives data frames. Needs the package jsonlite, and `heartland` on the path
# (the Python package or `npm link` installs it); options(heartland.command = c("node", "bin/heartland.js")) names another.
#
#   install.packages("r", repos = NULL, type = "source")    # in a clone; once
#   library(heartland)
#   hl_run("northeast", policy = "G", set = list(publicInvestment = 1), years = c(2030, 2035))

# The output of a command. A refusal of the command line is an error with the same words, a remark of it a message.
hl_text <- function(...) {
  words <- c(...)
  command <- getOption("heartland.command", "heartland")
  errors <- tempfile()
  on.exit(unlink(errors))
  said <- suppressWarnings(
    system2(command[1], shQuote(c(command[-1], words)), stdout = TRUE, stderr = errors)
  )
  remarks <- paste(sub("^heartland: ", "", readLines(errors, warn = FALSE)), collapse = "\n")
  status <- attr(said, "status")
  if (!is.null(status) && status != 0) stop(remarks, call. = FALSE)
  if (nzchar(remarks)) message(remarks)
  said
}

# The JSON of any command: hl_json("record", "northeast").
hl_json <- function(...) jsonlite::fromJSON(paste(hl_text(..., "--json"), collapse = "\n"))

# With all digits, so that the engine reads the number that R has.
hl_number <- function(value) if (is.numeric(value)) sprintf("%.17g", as.numeric(value)) else as.character(value)

# A list of levers (a value, or list(value =, start =, ramp =, end =), with further values in time as a list of such
# lists under later =), of assumptions and a package as words.
hl_words <- function(policy = NULL, set = list(), assume = list(), regime = NULL) {
  stage <- function(one) {
    if (!is.list(one)) return(hl_number(one))
    parts <- c("value", "start", "ramp", "end", "later")
    wrong <- if (is.null(names(one))) "" else setdiff(names(one), parts)
    if (length(wrong) > 0) stop("'", wrong[1], "' is no part of a setting; it has ", toString(parts), call. = FALSE)
    times <- list(start = 2026, ramp = 1)
    times[names(one)] <- one
    last <- if (!is.null(one$end)) 3 else if (!is.null(one$ramp)) 2 else if (!is.null(one$start)) 1 else 0
    at <- vapply(times[c("start", "ramp", "end")[seq_len(last)]], hl_number, "")
    paste0(hl_number(one$value), if (last > 0) paste0("@", paste(at, collapse = ":")))
  }
  setting <- function(name) {
    one <- set[[name]]
    stages <- c(list(one), if (is.list(one)) one$later)
    paste0(name, "=", paste(vapply(stages, stage, ""), collapse = ","))
  }
  c(
    if (!is.null(policy)) c("--policy", policy),
    if (!is.null(regime)) c("--regime", regime),
    unlist(lapply(names(set), function(name) c("--set", setting(name)))),
    unlist(lapply(names(assume), function(name) c("--assume", paste0(name, "=", hl_number(assume[[name]])))))
  )
}

# A question with its inputs as words of the command line.
hl_asked <- function(question, about, inputs, policy, set, assume, regime) {
  if (length(inputs) > 0 && (is.null(names(inputs)) || any(names(inputs) == ""))) {
    stop("every input of a question has a name, such as years = 2030", call. = FALSE)
  }
  words <- lapply(names(inputs), function(name) {
    value <- inputs[[name]]
    if (is.null(value)) return(NULL)
    option <- paste0(if (isFALSE(value)) "--no-" else "--", gsub("([A-Z])", "-\\L\\1", name, perl = TRUE))
    if (isTRUE(value) || isFALSE(value)) option else c(option, paste(hl_number(value), collapse = ","))
  })
  c(question, about, hl_words(policy, set, assume, regime), unlist(words))
}

# The record of any question with its inputs (docs/guide/questions.md): hl_ask("value", "northeast", after = 12). `about`
# is a region, or the two policies that are compared: hl_ask("compare", c("A", "G"), region = "CN-LN").
hl_ask <- function(question, about = "northeast", ..., policy = NULL, set = list(), assume = list(), regime = NULL) {
  hl_json(hl_asked(question, about, list(...), policy, set, assume, regime))
}

# The tables of the same as one data frame: a row a figure, with its table, row, column and unit; its title and the
# conditions under which it holds are attributes.
hl_table <- function(question, about = "northeast", ..., policy = NULL, set = list(), assume = list(), regime = NULL) {
  text <- hl_text(hl_asked(question, about, list(...), policy, set, assume, regime), "--csv")
  rows <- utils::read.csv(text = text, stringsAsFactors = FALSE)
  is_about <- rows$table == "about"
  found <- rows[!is_about, ]
  found$value <- utils::type.convert(found$value, as.is = TRUE)
  attributes(found)[rows$row[is_about]] <- as.list(rows$value[is_about])
  found
}

# A list of the program: levers, parameters, outcomes, packages, sources or regions.
hl_list <- function(what, region = "northeast") {
  hl_json("list", what, if (what != "regions") c("--region", region))
}

# The folder of an ensemble, once every file in it is found as it was written: arrow itself compares no checksums.
# arrow::open_dataset(file.path(hl_verify("million"), "members"))
hl_verify <- function(folder) {
  hl_text("verify", folder)
  invisible(folder)
}

# Key outcomes by year: a row an outcome and year.
hl_run <- function(region, policy = NULL, set = list(), assume = list(), regime = NULL, years = NULL) {
  found <- hl_json(
    "run", region, hl_words(policy, set, assume, regime),
    if (!is.null(years)) c("--years", paste(years, collapse = ","))
  )$outcomes
  rows <- lapply(names(found), function(name) {
    one <- found[[name]]
    values <- vapply(one$values, function(value) if (is.null(value)) NA_real_ else as.numeric(value), 0)
    data.frame(
      outcome = name, label = one$label, unit = one$unit, year = as.integer(names(one$values)),
      value = unname(values), stringsAsFactors = FALSE
    )
  })
  do.call(rbind, rows)
}

# Every quarter: a row a number, as `heartland export` writes it.
hl_export <- function(region, variables, policy = NULL, set = list(), assume = list(), regime = NULL) {
  text <- hl_text(
    "export", region, "--variables", paste(variables, collapse = ","), hl_words(policy, set, assume, regime)
  )
  utils::read.csv(text = text, stringsAsFactors = FALSE)
}

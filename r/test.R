# Tests of the functions for R, from the root of the project: Rscript r/test.R
# The package is installed as a user would, in a place of its own.
place <- tempfile()
dir.create(place)
install.packages("r", lib = place, repos = NULL, type = "source", quiet = TRUE)
library(heartland, lib.loc = place)
options(heartland.command = c("node", "bin/heartland.js"))

run <- hl_run("CN-LN", set = list(publicInvestment = list(value = 1.3, end = 2035)), assume = list(wageFromSlack = 0.4))
stopifnot(is.data.frame(run), nrow(run) > 50, is.numeric(run$value), "debtToGdp" %in% run$outcome)

# The same as the command line, to the bit.
words <- c("run", "CN-LN", "--set", "publicInvestment=1.3@2026:1:2035", "--assume", "wageFromSlack=0.4", "--json")
told <- jsonlite::fromJSON(paste(system2("node", c("bin/heartland.js", words), stdout = TRUE), collapse = "\n"))
mine <- run[run$outcome == "debtToGdp", ]
stopifnot(identical(mine$value, unname(unlist(told$outcomes$debtToGdp$values))))

quarters <- hl_export("CN-LN", c("regionOutput", "output"), policy = "B")
stopifnot(nrow(quarters) == 2 * 64, setequal(unique(quarters$variable), c("regionOutput", "output")))

both <- hl_ask("compare", c("A", "B"), region = "CN-LN", years = c(2030, 2035))$outcomes$debtToGdp
stopifnot(max(abs(both$second - both$first - both$change)) < 1e-12)

stopifnot(all(c("name", "unit", "from", "to") %in% names(hl_list("levers"))))

message <- tryCatch(hl_run("CN-LN", set = list(publicInvestmen = 1)), error = conditionMessage)
stopifnot(message == "unknown lever 'publicInvestmen'; did you mean 'publicInvestment'?")

misspelt <- list(publicInvestment = list(value = 1, begin = 2027))
message <- tryCatch(hl_run("CN-LN", set = misspelt), error = conditionMessage)
stopifnot(message == "'begin' is no part of a setting; it has value, start, ramp, end, later")

remark <- NULL
same <- withCallingHandlers(hl_ask("compare", c("A", "A"), region = "CN-LN"), message = function(told) {
  remark <<- conditionMessage(told)
  invokeRestart("muffleMessage")
})
stopifnot(all(same$outcomes$debtToGdp$change == 0), grepl("is compared with itself", remark, fixed = TRUE))

packages <- hl_ask("answer", "CN-LN", simulations = 4)$packages
stopifnot(is.data.frame(packages), packages$id[1] == "A", c("households", "repayment+full") %in% packages$id)

parts <- hl_table("explain", "CN-LN", policy = "B", outcome = "regionDebtToGdp@2035")
stopifnot(is.data.frame(parts), c("table", "row", "column", "unit", "value") %in% names(parts), nrow(parts) > 0)
stopifnot(grepl("baseline external conditions", attr(parts, "conditions")))

found <- hl_ask("compare", c("A", "G"), region = "CN-LN", years = c(2030, 2031))
stopifnot(identical(found$years, c(2030L, 2031L)))

# A flag that is on by default can be turned off, and one that is off may be stated as off.
futures <- function(...) hl_ask("discover", "CN-LN", fails = "regionDebtToGdp@2035 >= 1", simulations = 100, ...)$modelError
stopifnot(futures(), futures(modelError = TRUE), !futures(modelError = FALSE))

# A flipped bit in a result is told before arrow reads other numbers.
whole <- file.path(place, "whole")
system2("node", c("bin/heartland.js", "ensemble", "CN-LN", "--members", "4", "--out", whole), stdout = FALSE)
stopifnot(identical(hl_verify(whole), whole))
path <- file.path(whole, "bands.parquet")
bytes <- readBin(path, "raw", file.size(path))
bytes[length(bytes) / 2] <- xor(bytes[length(bytes) / 2], as.raw(1))
writeBin(bytes, path)
message <- tryCatch(hl_verify(whole), error = conditionMessage)
stopifnot(grepl("bands.parquet' was changed or damaged", message, fixed = TRUE))

cat("13 passed, 0 failed\n")

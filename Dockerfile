FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app

# The dependencies first: they change less often than the code. pip compiles their bytecode,
# which makes the first start of a fresh container several times faster.
COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock

COPY .streamlit/config.toml .streamlit/config.toml
COPY streamlit_app.py ./
COPY pages pages
COPY ui ui
COPY core core
RUN python -m compileall -q streamlit_app.py pages ui core \
 && useradd --create-home --uid 1000 interviewer \
 && mkdir /data && chown interviewer /data

USER interviewer

# Everybody who can reach the port is a visitor of their own; nobody sees another's interviews.
ENV ACCESS=link \
    DATA_FOLDER=/data
VOLUME /data
EXPOSE 8501

# The body is compared, because Streamlit answers any address with status 200.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s CMD \
  ["python", "-c", "import sys, urllib.request; sys.exit(urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4).read() != b'ok')"]

CMD ["streamlit", "run", "streamlit_app.py", "--server.address", "0.0.0.0", "--server.port", "8501", "--server.headless", "true", "--server.fileWatcherType", "none"]
